/** Cleans text of real exports. */

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

/** The text as written, without surrounding or invisible space; undefined where it only says that there is none (无, -, null …; domain.md §13.15). */
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
