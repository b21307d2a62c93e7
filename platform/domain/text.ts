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

/** Half width where NFKC gives it, no surrounding or invisible space. */
export const foldText = (value: string): string =>
  value
    .normalize("NFKC")
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim();

/** The text, or undefined where it only says that there is none (无, -, null …; domain.md §13.15). */
export const nullIfEmptyText = (value: string | null | undefined): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const folded = foldText(value);
  return EMPTY.has(folded.replace(/[。.]$/, "")) ? undefined : folded;
};
