/** Cleans text of real exports, and folds what people type. */

/** Longest text that is folded, in UTF-16 units: no name and no code is longer, and folding a long one blocks the process. */
const MOST_FOLDED = 1_000;

/** The text in one width (NFKC); of a longer one its first thousand units, without half a character at the end. */
export const foldText = (text: string): string =>
  (text.length <= MOST_FOLDED ? text : text.slice(0, MOST_FOLDED).replace(/[\uD800-\uDBFF]$/, "")).normalize("NFKC");

/** A code in one width, without surrounding space, in capitals; what is too long to be one comes back as it is, so that no check takes a part of it. */
export const foldCode = (code: string): string =>
  code.length > MOST_FOLDED ? code : code.normalize("NFKC").trim().toUpperCase();

/** Words by which a cell says that it holds nothing, in small letters. */
const EMPTY = new Set([
  "",
  "无",
  ..."暂无 没有 空 暂缺 无数据 暂无数据 未提供 未填 未填写 未录入 不适用".split(" "),
  ..."null undefined none nan n/a n.a. #n/a".split(" "),
]);

/** How none of these words, and no mark or bracket, begins. */
const SOMETHING = /^(?![无暂没空未不])[0-9A-MO-TV-Za-mo-tv-z\u4e00-\u9fff]/;

/** Marks that stand for nothing, one or several of them. */
const MARKS = /^[-\u2010-\u2015\u2212\u2500/\\]+$/u;

// eslint-disable-next-line no-control-regex -- U+0000 can not be stored.
const INVISIBLE = /[\u0000\u200b-\u200f\u2060\ufeff]/g;

/** Most cells hold none of it, which one look shows. */
// eslint-disable-next-line no-control-regex -- U+0000 can not be stored.
const UNCLEAN = /[\u0000\u200b-\u200f\u2060\ufeff]|\p{Surrogate}/u;

const cleaned = (text: string): string =>
  UNCLEAN.test(text) ? text.replaceAll(INVISIBLE, "").replaceAll(/\p{Surrogate}/gu, "\ufffd") : text;

/** The text as written, without surrounding or invisible space; undefined where it only says that there is none (无, — —, /, null, (空) …; mistake 15 of docs/reference/mistakes.md). */
export const nullIfEmptyText = (value: string | null | undefined): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const text = cleaned(value).trim();
  return saysNothing(text) ? undefined : text;
};

const saysNothing = (text: string): boolean => {
  // Longer ones say something, and so do those that begin as no such word does; most cells end here.
  if (text.length > 12 || SOMETHING.test(text)) return false;
  const folded = text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/[。.]$/, "")
    .replace(/^[([<](.*)[)\]>]$/u, "$1")
    .toLowerCase();
  return EMPTY.has(folded) || MARKS.test(folded);
};
