/** Values as exports write them: texts that must be there, codes and words, yes and no, counts. What is not understood is refused. */
import type { MappedRow } from "./mapping.js";
import { RowRefused } from "./violation.js";

/** A text that must be there. Throws RowRefused. */
export const required = (row: MappedRow, field: string, rule: string, remedy: string): string => {
  const value = row[field];
  if (value === undefined) throw new RowRefused(field, rule, remedy);
  return value;
};

/** A code or word as tables are asked for it: one width, capitals, without blanks and leading zeros. */
const spelling = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .toUpperCase()
    .replace(/^0+(?=\d+$)/, "");

const spellings = new WeakMap<object, ReadonlyMap<string, unknown>>();

const spelled = <Value>(table: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> => {
  const known = spellings.get(table);
  if (known) return known as ReadonlyMap<string, Value>;
  const made = new Map(Object.entries(table).map(([key, value]) => [spelling(key), value]));
  spellings.set(table, made);
  return made;
};

/** Code and word in one cell: `01-行政许可`, `01 行政许可`, `行政许可(01)`, `(01)行政许可`. */
const PAIRS = [
  /^(?<code>[0-9A-Z]{1,4})[-_:.、|/]+(?<word>.+)$/u,
  /^\(?(?<code>[0-9A-Z]{1,4})\)?(?<word>\p{Script=Han}.*)$/u,
  /^(?<word>.*\p{Script=Han})\(?[-_:]?(?<code>[0-9A-Z]{1,4})\)?$/u,
];

const ofPair = <Value>(table: ReadonlyMap<string, Value>, value: string): Value | undefined => {
  for (const pattern of PAIRS) {
    const { code, word } = pattern.exec(value)?.groups ?? {};
    if (code === undefined || word === undefined) continue;
    const [byCode, byWord] = [table.get(spelling(code)), table.get(word)];
    // Both must be known and say the same: one of two that differ would be a guess.
    if (byCode !== undefined && byCode === byWord) return byCode;
  }
  return undefined;
};

/** What a table allows, each meaning once, in the order of the codes: its code and first word, or all its words. */
const allowedIn = (table: Readonly<Record<string, unknown>>): string => {
  const meanings = new Map<unknown, string[]>();
  for (const [key, value] of Object.entries(table)) meanings.set(value, [...(meanings.get(value) ?? []), key]);
  const isNumber = (key: string): boolean => /^\d+$/.test(key);
  return [...meanings.values()]
    .map((keys) => {
      const [code, words] = [keys.find(isNumber), keys.filter((key) => !isNumber(key))];
      return code === undefined ? words : [code, ...words.slice(0, 1)];
    })
    .sort(([a = ""], [b = ""]) => (Number(a) || 0) - (Number(b) || 0))
    .map((names) => names.join(" "))
    .join(", ");
};

/**
 * The entry of a table of codes and words; a code may have leading zeros, and may stand beside its word. Throws RowRefused, with what is
 * allowed, where the table has none.
 */
export const coded = <Value>(
  table: Readonly<Record<string, Value>>,
  field: string,
  value: string | undefined,
  rule: string,
): Value | undefined => {
  if (value === undefined) return undefined;
  const known = spelled(table);
  const asked = spelling(value);
  const found = known.has(asked) ? known.get(asked) : ofPair(known, asked);
  if (found === undefined)
    throw new RowRefused(field, rule, `Use one of ${allowedIn(table)}, or map the value in a mapping file.`);
  return found;
};

/** Entries of a cell that holds several values. */
export const entriesOf = (value: string | undefined): string[] => (value ?? "").split(/[,，^;；、\s]+/).filter(Boolean);

/** The entries of a cell with several codes or words, each once, in the order of the cell. Throws RowRefused for an unknown one. */
export const codedList = <Value>(
  table: Readonly<Record<string, Value>>,
  field: string,
  value: string | undefined,
  rule: string,
): Value[] => [...new Set(entriesOf(value).flatMap((entry) => coded(table, field, entry, rule) ?? []))];

const YES_NO: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  "1": true,
  "0": false,
  Y: true,
  N: false,
  YES: true,
  NO: false,
  TRUE: true,
  FALSE: false,
  有: true,
  没有: false,
  无: false,
  支持: true,
  不支持: false,
  可以: true,
  不可以: false,
  可: true,
  不可: false,
  能: true,
  不能: false,
};

const withWords = new WeakMap<object, Readonly<Record<string, boolean>>>();

/** Yes or no, in codes and words; `words` are those of the field, such as 收费 and 不收费. Throws RowRefused for anything else. */
export const yesNo = (
  field: string,
  value: string | undefined,
  words: Readonly<Record<string, boolean>> = {},
): boolean | undefined => {
  let table = withWords.get(words);
  if (!table) withWords.set(words, (table = { ...YES_NO, ...words }));
  return coded(table, field, value, "YES_NO_UNKNOWN");
};

/** A whole number of at most six digits, with or without the unit it is counted in (`3次`). Throws RowRefused for anything else. */
export const countOf = (
  field: string,
  value: string | undefined,
  units: readonly string[] = [],
): number | undefined => {
  if (value === undefined) return undefined;
  const [, digits, unit = ""] = /^(\d{1,6})(?:\.0+)?(\D*)$/.exec(value.normalize("NFKC").replaceAll(/\s/g, "")) ?? [];
  if (digits === undefined || (unit !== "" && !units.includes(unit)))
    throw new RowRefused(
      field,
      "COUNT",
      `Write a whole number${units.length > 0 ? `, with or without ${units.join(" or ")}` : ""}.`,
    );
  return Number(digits);
};
