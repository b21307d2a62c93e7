/** Cleans text of real exports, and folds what people type. */

/** Longest text that is folded, in UTF-16 units: no name and no code is longer, and folding a long one blocks the process. */
const MOST_FOLDED = 1_000;

/** The text in one width (NFKC); of a longer one its first thousand units, without half a character at the end. */
export const foldText = (text: string): string =>
  (text.length <= MOST_FOLDED ? text : text.slice(0, MOST_FOLDED).replace(/[\uD800-\uDBFF]$/, "")).normalize("NFKC");

/** A code in one width, without surrounding space, in capitals; what is too long to be one comes back as it is, so that no check takes a part of it. */
export const foldCode = (code: string): string =>
  code.length > MOST_FOLDED ? code : code.normalize("NFKC").trim().toUpperCase();

const EMPTY = new Set([
  "",
  "无",
  "暂无",
  "没有",
  "空",
  "-",
  "--",
  "—",
  "/",
  "\\",
  "null",
  "NULL",
  "undefined",
  "N/A",
  "n/a",
  "None",
]);

// eslint-disable-next-line no-control-regex -- U+0000 can not be stored.
const INVISIBLE = /[\u0000\u200b-\u200f\u2060\ufeff]/g;

/** The text as written, without surrounding or invisible space; undefined where it only says that there is none (无, -, null …; mistake 15 of docs/reference/mistakes.md). */
export const nullIfEmptyText = (value: string | null | undefined): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const text = value
    .replaceAll(INVISIBLE, "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .trim();
  return EMPTY.has(
    text
      .normalize("NFKC")
      .trim()
      .replace(/[。.]$/, ""),
  )
    ? undefined
    : text;
};
