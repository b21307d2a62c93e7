/** Words of the search are the same whether a text is cut by its own small dictionary or by the whole one. */
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { dictionaryOf, readDictionary } from "../../../platform/database/search/dictionary.js";
import { cutToStore, cutTyped } from "../../../platform/database/search/segmenter.js";

const { Jieba } = createRequire(import.meta.url)("@node-rs/jieba") as typeof import("@node-rs/jieba");
const dictionary = readDictionary();
const lines = dictionary.bytes.toString().trimEnd().split("\n");
const words = lines.map((line) => line.split(" ")[0]!);
const whole = Jieba.withDict(dictionary.bytes);

const NAMES = [
  "某市第100号商贸有限公司",
  "延边朝鲜族自治州市场监督管理局",
  "最低生活保障对象认定、保障金给付",
  "国务院办公厅关于全面推进政务公开工作的意见（国办发〔2016〕80号）",
  "ABC-2026&AT&T 4S店 1号店",
  "𠮷野家餐饮（大连）有限公司",
  "\u{D800}半个字符",
  "龘龘龘",
  // The last lines of the dictionary, and what stands behind them.
  "龟龙麟凤，龠龢，龟龙麟凤最长的词",
  "",
];

/** Words of the dictionary, single characters and what is no word, put together without blanks. */
const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.nat(words.length - 1).map((index) => words[index]!) },
      { weight: 2, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code)) },
      { weight: 1, arbitrary: fc.constantFrom("，", "（2026）", "3.5%", " ", "\n", "a1", "𠮷", "\u{10FFFF}") },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

const own = (cut: string): InstanceType<typeof Jieba> => Jieba.withDict(dictionaryOf(dictionary, cut));

it("holds the frequencies of the whole dictionary, whose lines are in the order of their bytes", () => {
  expect(dictionary.total).toBe(lines.reduce((sum, line) => sum + Number(line.split(" ")[1]), 0));
  const sorted = lines.map((line) => Buffer.from(line)).sort((left, right) => Buffer.compare(left, right));
  expect(Buffer.concat(sorted.flatMap((line) => [line, Buffer.from("\n")])).equals(dictionary.bytes)).toBe(true);
});

it("has of the dictionary what stands in the text, with the weight of all others", () => {
  expect(
    dictionaryOf(dictionary, "商贸公司")
      .toString()
      .split("\n")
      .map((line) => line.split(" ")[0]),
  ).toEqual(
    ["商", "商贸", "商贸公司", "贸", "公", "公司", "司", "\u{10FFFF}"].filter(
      (word) => words.includes(word) || word === "\u{10FFFF}",
    ),
  );
});

it.each(NAMES)("cuts %j as the whole dictionary does", (name) => {
  expect(own(name).cutForSearch(name, true)).toEqual(whole.cutForSearch(name, true));
  expect(own(name).cut(name, true)).toEqual(whole.cut(name, true));
});

it("cuts any text as the whole dictionary does", () => {
  fc.assert(
    fc.property(text, (cut) => {
      expect(own(cut).cutForSearch(cut, true)).toEqual(whole.cutForSearch(cut, true));
      expect(own(cut).cut(cut, true)).toEqual(whole.cut(cut, true));
    }),
    { numRuns: 500 },
  );
});

it("stores and looks for the same words before and after the whole dictionary is loaded", () => {
  const before = NAMES.map((name) => [cutToStore(name), cutTyped(name)]);
  cutToStore("政务公开".repeat(3_000));
  expect(NAMES.map((name) => [cutToStore(name), cutTyped(name)])).toEqual(before);
});
