/** A text as finders read it: half width, one kind of hyphen and middle dot, nothing invisible, numbers in Chinese digits as digits; it is known where each character came from. */

/** A text and where each of its characters stood. */
export interface FoldedText {
  readonly folded: string;
  /** The same text for finders of numbers: long runs of Chinese digits are digits. As long as `folded`. */
  readonly digits: string;
  /** The text as it was written. */
  readonly original: string;
  /** Where each character of `folded` stood in the original. */
  places(): Places;
}

/** Where each character of a folded text stood in the original. */
export interface Places {
  /** Where it begins; one more for the end. */
  readonly starts: readonly number[];
  /** Where it ends. */
  readonly ends: readonly number[];
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const HYPHEN = /[\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d\u30fc]/u;
const MIDDLE_DOT = /[\u00b7\u2022\u2027\u22c5\u2219\u30fb\uff65]/u;
const BLANK = /[^\S\r\n]/u;

const CHINESE_DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ["〇零○", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((characters, digit) =>
    [...characters].map((character) => [character, String(digit)]),
  ),
);

/** A phone number has eleven digits; years and amounts in words have fewer in a row. */
const CHINESE_NUMBER =
  /[〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖](?:[ -]?[〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]){10,}/gu;

/** Texts use few thousand characters: each is folded once. */
const known = new Map<string, string>();

const fold = (character: string): string => {
  let folded = known.get(character);
  if (folded === undefined) known.set(character, (folded = foldOnce(character)));
  return folded;
};

const foldOnce = (character: string): string => {
  if (INVISIBLE.test(character)) return "";
  if (HYPHEN.test(character)) return "-";
  if (MIDDLE_DOT.test(character)) return "·";
  if (BLANK.test(character)) return " ";
  return character.normalize("NFKC");
};

/** Where they stood: asked of few texts. */
const placesIn = (original: string): Places => {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    for (let unit = fold(character).length; unit > 0; unit--) {
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  starts.push(at);
  return { starts, ends };
};

/** The last one: rules ask for one text one after another. */
let last: FoldedText | undefined;

/** Folds a text. */
export const toFoldedText = (original: string): FoldedText =>
  last?.original === original ? last : (last = foldedText(original));

const foldedText = (original: string): FoldedText => {
  let folded = "";
  for (const character of original) folded += fold(character);
  const digits = folded.replace(CHINESE_NUMBER, (run) =>
    run.replace(/[^ -]/gu, (character) => CHINESE_DIGITS[character] ?? character),
  );
  return { folded, digits, original, places: () => placesIn(original) };
};
