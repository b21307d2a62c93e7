/** Lists of keys in variables: `id:base64url,id2:base64url`, so that a new key can follow an old one. */
import { randomBytes } from "node:crypto";

/** One key of a list. */
export type ListedKey = readonly [id: string, key: Buffer];

/** The keys of a list, in order. Throws the refusal where one is malformed, or of a length (in bytes) that does not fit. */
export const parseKeyList = (text: string, fits: (bytes: number) => boolean, refusal: string): ListedKey[] =>
  text.split(",").map((part) => {
    const [, id, secret] = /^([\w-]+):([\w-]+)$/.exec(part.trim()) ?? [];
    const key = Buffer.from(secret ?? "", "base64url");
    if (!id || !fits(key.length)) throw new Error(refusal);
    return [id, key];
  });

/** The keys of a list by id, in order. Throws the refusal also where an id is given twice. */
export const parseKeyMap = (text: string, fits: (bytes: number) => boolean, refusal: string): Map<string, Buffer> => {
  const listed = parseKeyList(text, fits, refusal);
  const keys = new Map(listed);
  if (keys.size < listed.length) throw new Error(refusal);
  return keys;
};

/** The keys in the form that parseKeyList reads. */
export const printKeyList = (keys: Iterable<ListedKey>): string =>
  [...keys].map(([id, key]) => `${id}:${key.toString("base64url")}`).join(",");

/** A list of one new random key of so many bytes. */
export const createKeyList = (id: string, bytes: number): string => printKeyList([[id, randomBytes(bytes)]]);
