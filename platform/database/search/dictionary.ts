/** The dictionary by which words are cut, read where it is sorted: which of its lines a short text needs is found without loading it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The dictionary of @node-rs/jieba: lines `word frequency tag` in the order of their bytes. */
export interface Dictionary {
  readonly bytes: Buffer;
  /** Sum of all frequencies, by which the library weighs one. */
  readonly total: number;
}

const LINE_END = 0x0a;
const SPACE = 0x20;

/** Sum of the frequencies in the dictionary of the version that package.json names; a test adds them up. */
const TOTAL = 60_101_964;

/** Reads the dictionary (5 MB); makes nothing of it. */
export const readDictionary = (): Dictionary => ({
  bytes: readFileSync(createRequire(import.meta.url).resolve("@node-rs/jieba/dict.txt")),
  total: TOTAL,
});

/** Where the first line begins that is not below these bytes; the length of the dictionary where there is none. */
const firstLineFrom = (dictionary: Buffer, beginning: Buffer): number => {
  let low = 0;
  let high = dictionary.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = middle === 0 ? 0 : dictionary.lastIndexOf(LINE_END, middle - 1) + 1;
    const behind = Math.min(line + beginning.length, dictionary.length);
    if (dictionary.compare(beginning, 0, beginning.length, line, behind) < 0) {
      const end = dictionary.indexOf(LINE_END, middle);
      low = end === -1 ? dictionary.length : end + 1;
    } else high = line;
  }
  return low;
};

/** The dictionary's line of a word, "longer" where only longer words begin with it, and undefined where none does. */
const lookUp = (dictionary: Buffer, word: string): string | undefined => {
  const beginning = Buffer.from(word);
  const line = firstLineFrom(dictionary, beginning);
  const behind = line + beginning.length;
  if (behind >= dictionary.length || !dictionary.subarray(line, behind).equals(beginning)) return undefined;
  return dictionary[behind] === SPACE
    ? dictionary.toString("utf8", line, dictionary.indexOf(LINE_END, line))
    : "longer";
};

/** The lines of all words of the dictionary that stand in a text, each once. */
const linesIn = (dictionary: Buffer, text: string): string[] => {
  const characters = [...text];
  const known = new Map<string, string>();
  for (let start = 0; start < characters.length; start += 1) {
    let word = "";
    for (let end = start; end < characters.length; end += 1) {
      word += characters[end];
      const line = known.get(word) ?? lookUp(dictionary, word);
      if (line === undefined) break;
      known.set(word, line);
    }
  }
  return [...known.values()].filter((line) => line !== "longer");
};

/** No text has this in it: U+10FFFF is no character. */
const NO_WORD = "\u{10FFFF}";

/**
 * The dictionary of one text: the words that stand in it with their frequencies, and one that stands in none with the frequencies of all
 * others. A text is cut by it as by the whole dictionary: the library asks for nothing but parts of the text, and for the total.
 */
export const dictionaryOf = ({ bytes, total }: Dictionary, text: string): Buffer => {
  const lines = linesIn(bytes, text);
  const others = lines.reduce((left, line) => left - Number(line.split(" ")[1]), total);
  return Buffer.from([...lines, `${NO_WORD} ${others} x`].join("\n"));
};
