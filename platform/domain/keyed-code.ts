/** Short codes that a service makes of a text with a key of its own, so that none is stored, not even hashed. Pure. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createKeyList, parseKeyMap } from "../config/index.js";

const LEAST_KEY_BYTES = 32;

/** Without letters and digits that look alike on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Makes and checks the codes of one purpose. */
export interface KeyedCodes {
  /** The code of a text under the newest key. */
  make(text: string): string;
  /** True for the text's code under any key of the list, in either case and with spaces or hyphens; a wrong one takes the same time. */
  isRight(text: string, given: string): boolean;
}

/** The keys of a service's codes: gives those of a purpose, `length` characters of 5 bits long, at most 32. */
export type CodeKeys = (purpose: string, length: number) => KeyedCodes;

/**
 * Keys from `id:base64url,id2:base64url`; the first one makes codes, all verify. Throws where one is malformed, given twice or shorter
 * than 32 bytes.
 */
export const parseCodeKeys = (text: string): CodeKeys => {
  const refusal = `A key of codes is id:base64url of at least ${LEAST_KEY_BYTES} bytes, each id and each key once.`;
  const listed = [...parseKeyMap(text, (bytes) => bytes >= LEAST_KEY_BYTES, refusal).values()];
  if (new Set(listed.map((key) => key.toString("base64url"))).size < listed.length) throw new Error(refusal);
  return (purpose, length) => {
    // Each purpose has a key of its own, so that a code of one is none of another.
    const keys = listed.map((key) => createHmac("sha256", key).update(`key:${purpose}`).digest());
    return {
      make: (of) => codeOf(keys[0]!, of, length),
      isRight: (of, given) => keys.map((key) => isSameCode(codeOf(key, of, length), given)).includes(true),
    };
  };
};

/** A new random key in the form that parseCodeKeys reads. */
export const createCodeKey = (id: string): string => createKeyList(id, LEAST_KEY_BYTES);

/** For a process that makes no codes and checks none. Throws when it does. */
export const NO_CODE_KEYS: CodeKeys = (purpose) => {
  throw new Error(`This process has no keys of codes, and was asked for ${purpose}.`);
};

const codeOf = (key: Buffer, text: string, length: number): string =>
  [...createHmac("sha256", key).update(text).digest().subarray(0, length)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join("");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

const isSameCode = (code: string, given: string): boolean =>
  timingSafeEqual(digest(code), digest(given.toUpperCase().replaceAll(/[\s-]/g, "")));
