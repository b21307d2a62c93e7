/** Cuts texts into words: short ones by a dictionary of their own, so that nobody loads the whole one for a name or a search. */
import { createRequire } from "node:module";
import type { Jieba } from "@node-rs/jieba";
import { dictionaryOf, readDictionary, type Dictionary } from "./dictionary.js";

/** Characters that are cut before loading the whole dictionary (60 to 100 ms, 56 MiB) costs less than dictionaries of single texts (7 µs a character). */
const FEW_CHARACTERS = 10_000;

let dictionary: Dictionary | undefined;
let library: typeof import("@node-rs/jieba") | undefined;
let whole: Jieba | undefined;
let charactersCut = 0;

const segmenterOf = (text: string): Jieba => {
  if (whole !== undefined) return whole;
  library ??= createRequire(import.meta.url)("@node-rs/jieba") as typeof import("@node-rs/jieba");
  dictionary ??= readDictionary();
  if (charactersCut <= FEW_CHARACTERS) return library.Jieba.withDict(dictionaryOf(dictionary, text));
  whole = library.Jieba.withDict(dictionary.bytes);
  dictionary = undefined;
  return whole;
};

/** Words of a text that is stored, and the shorter words inside them. The more is stored, the sooner the whole dictionary is loaded. */
export const cutToStore = (text: string): string[] => {
  charactersCut += text.length;
  return segmenterOf(text).cutForSearch(text, true);
};

/** Words of what a person typed, by the same rule; a search alone never loads the whole dictionary. */
export const cutTyped = (text: string): string[] => segmenterOf(text).cut(text, true);
