/** Cursors of a backend's lists: how many items to skip, and behind which cursor of the backend. They hold nothing secret and choose nothing but a parameter. */
import { isWellFormed } from "../../domain/index.js";
import { badInput } from "../../errors/index.js";

/** A place in a list. */
export interface ListPlace {
  /** Items to skip from there. */
  readonly skip: number;
  /** The backend's own cursor; undefined for the beginning. */
  readonly token?: string;
}

const START: ListPlace = { skip: 0 };
const MOST_SKIP = 1_000_000_000;
/** Longest cursor of a backend, in characters. */
const MOST_TOKEN = 2_000;

/** Writes it. */
export const writeCursor = ({ skip, token }: ListPlace): string =>
  Buffer.from(JSON.stringify(token === undefined ? [skip] : [skip, token])).toString("base64url");

/** Reads it; the beginning where there is none. Throws BAD_USER_INPUT (CURSOR) for what is no cursor of these. */
export const readCursor = (cursor: string | null | undefined): ListPlace => {
  if (cursor === null || cursor === undefined) return START;
  const [skip, token, ...more] = partsOf(cursor);
  const isRight =
    Number.isInteger(skip) &&
    Number(skip) >= 0 &&
    Number(skip) <= MOST_SKIP &&
    more.length === 0 &&
    (token === undefined || (typeof token === "string" && token.length <= MOST_TOKEN && isWellFormed(token)));
  if (!isRight) throw badInput("after", "CURSOR", "The cursor is none of this list.");
  return { skip: skip as number, ...(token === undefined ? {} : { token: token as string }) };
};

const partsOf = (cursor: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
};
