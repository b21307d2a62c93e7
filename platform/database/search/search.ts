/** Chinese name search on PostgreSQL's own text index: dictionary words above character pairs, abbreviations by table. */
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../config/index.js";
import { foldText } from "../../domain/index.js";
import { beginningWith } from "../like.js";
import { cutToStore, cutTyped } from "./segmenter.js";

interface SynonymTable {
  readonly version: string;
  readonly entries: readonly { readonly from: string; readonly to: readonly string[] }[];
}

let synonyms: SynonymTable | undefined;

/** The editable table of abbreviations (platform/database/search/synonyms.json). */
export const synonymTable = (): SynonymTable =>
  (synonyms ??= JSON.parse(
    readFileSync(projectPath("platform/database/search/synonyms.json"), "utf8"),
  ) as SynonymTable);

/** Full width to half width, lower case; what is indexed and what is asked are folded alike, after it was cut. */
const fold = (text: string): string => foldText(text).toLowerCase();

const HAN = /\p{Script=Han}+/gu;
const isTerm = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const bigrams = (text: string): string[] => [...text.matchAll(HAN)].flatMap(([run]) => pairs(run));

/** The two texts that an indexed name is kept as: its words, and its character pairs. */
export const searchTerms = (name: string): { words: string; pairs: string } => {
  const folded = fold(name);
  return {
    words: cutToStore(folded).filter(isTerm).join(" "),
    pairs: bigrams(folded).join(" "),
  };
};

/** SQL expression with bindings for the `search` column of a row: words weigh A, pairs weigh C. */
export const searchVector = (db: Knex, ...names: (string | undefined)[]): Knex.Raw => {
  const terms = names.filter((name) => name !== undefined).map(searchTerms);
  return db.raw("setweight(to_tsvector('simple', ?), 'A') || setweight(to_tsvector('simple', ?), 'C')", [
    terms.map(({ words }) => words).join(" "),
    terms.map((term) => term.pairs).join(" "),
  ]);
};

/** Characters of a text that are found by their words: PostgreSQL keeps a megabyte of words of a row, and refuses the row that has more. */
export const FOUND_CHARACTERS = 50_000;

/** As `searchVector`, for a record with a text: words of the title weigh A, those of the beginning of the text B, pairs C and D. */
export const textVector = (db: Knex, title: string, text: string): Knex.Raw => {
  const [named, told] = [searchTerms(title), searchTerms(text.slice(0, FOUND_CHARACTERS))];
  return db.raw(["A", "B", "C", "D"].map((weight) => `setweight(to_tsvector('simple', ?), '${weight}')`).join(" || "), [
    named.words,
    told.words,
    named.pairs,
    told.pairs,
  ]);
};

const lexeme = (word: string): string => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

const wordQuery = (word: string): string => {
  const length = [...word].length;
  if (/^\p{Script=Han}+$/u.test(word)) {
    if (length === 1) return `${lexeme(word)}:*`;
    if (length === 2) return lexeme(word);
    return `(${lexeme(word)}:A | (${pairs(word).map(lexeme).join(" & ")}))`;
  }
  return `${lexeme(word)}:*`;
};

const phraseQuery = (phrase: string): string | undefined => {
  const words = cutTyped(phrase).filter(isTerm);
  return words.length === 0 ? undefined : `(${words.map(wordQuery).join(" & ")})`;
};

/** The `tsquery` text for what a person typed; undefined where nothing searchable is in it. At most 64 characters count. */
export const searchQuery = (typed: string): string | undefined => {
  const text = [...fold(typed)].slice(0, 64).join("").trim();
  const alternatives = [text];
  for (const { from, to } of synonymTable().entries) {
    if (text.includes(from)) alternatives.push(...to.map((official) => text.replaceAll(from, official)));
  }
  const queries = alternatives.map(phraseQuery).filter((query) => query !== undefined);
  return queries.length === 0 ? undefined : queries.join(" | ");
};

/** True where the text looks like a code, so that a prefix of the code column is meant. */
export const looksLikeCode = (typed: string): boolean => /^[0-9A-Za-z][0-9A-Za-z-]{3,}$/.test(fold(typed).trim());

/** Narrows a query to rows whose name holds what was typed, or whose code begins with it; to none where nothing searchable was typed. */
export const whereNameMatches = (query: Knex.QueryBuilder, typed: string, codeColumn: string): Knex.QueryBuilder => {
  if (looksLikeCode(typed)) return query.whereLike(codeColumn, beginningWith(fold(typed).trim().toUpperCase()));
  const terms = searchQuery(typed);
  return terms === undefined ? query.whereRaw("false") : query.whereRaw("search @@ ?::tsquery", [terms]);
};

/** SQL of how well a row matches what was typed: words weigh more than character pairs; whole numbers, so that pages can begin at one. */
const searchRank = (db: Knex, typed: string): Knex.Raw => {
  const terms = looksLikeCode(typed) ? undefined : searchQuery(typed);
  return terms === undefined
    ? db.raw("0")
    : db.raw("(ts_rank('{0.05, 0.1, 0.1, 1}', search, ?::tsquery, 2) * 1000000)::int", [terms]);
};

/** A query with the match as a column `rank`, so that pages can begin at one. */
export const rankedBySearch = (db: Knex, inner: Knex.QueryBuilder, typed: string): Knex.QueryBuilder =>
  db.select("*").from(inner.select(db.raw("? as rank", [searchRank(db, typed)])).as("ranked"));
