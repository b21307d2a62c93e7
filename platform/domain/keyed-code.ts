/** Short codes that a service makes of a text with its key, so that none is stored, not even hashed. Pure. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Without letters and digits that look alike on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The code of a text, `length` characters of 5 bits, at most 32. */
export const keyedCode = (key: Buffer, text: string, length: number): string =>
  [...createHmac("sha256", key).update(text).digest().subarray(0, length)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join("");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** True where what somebody typed is the code, in either case and with spaces or hyphens; takes the same time for a wrong one. */
export const isSameCode = (code: string, given: string): boolean =>
  timingSafeEqual(digest(code), digest(given.toUpperCase().replaceAll(/[\s-]/g, "")));
