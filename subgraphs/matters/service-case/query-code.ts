/** Query codes: with one, anybody who holds the receipt of a case sees its progress (查询码). Pure. */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Without letters and digits that look alike on paper. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 10;

/** The code of a case: made from its number with the service's key, so that none is stored, not even hashed. */
export const queryCodeOf = (key: Buffer, projectNo: string): string =>
  [...createHmac("sha256", key).update(projectNo).digest().subarray(0, LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join("");

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** True for the right code, in either case and with spaces or hyphens; takes the same time for a wrong one. */
export const isQueryCode = (key: Buffer, projectNo: string, given: string): boolean =>
  timingSafeEqual(digest(queryCodeOf(key, projectNo)), digest(given.toUpperCase().replaceAll(/[\s-]/g, "")));
