/** A second implementation of how well a name matches what was typed: PostgreSQL's ts_rank for queries of alternatives, written from its definition. */
import { searchQuery, searchTerms } from "../../platform/database/index.js";

/** Weights of words (A) and of character pairs (C), as the search gives them. */
const [WORD, PAIR] = [1, 0.1] as const;

/** Sum of 1/i² without end: what the positions of one lexeme can make at most. */
const MOST = 1.64493406685;

/** Weights of a lexeme at its places in a name, in their order: words first, pairs behind them. */
const weightsOf = (name: string): ReadonlyMap<string, readonly number[]> => {
  const { words, pairs } = searchTerms(name);
  const found = new Map<string, number[]>();
  for (const [text, weight] of [
    [words, WORD],
    [pairs, PAIR],
  ] as const)
    for (const token of text.split(" ").filter((each) => each !== ""))
      found.set(token, [...(found.get(token) ?? []), weight]);
  return found;
};

/** What the places of one lexeme give: the heaviest counts whole, each other one by the square of its place. */
const given = (weights: readonly number[]): number => {
  const heaviest = Math.max(...weights);
  const place = weights.indexOf(heaviest) + 1;
  const all = weights.reduce((sum, weight, index) => sum + weight / (index + 1) ** 2, 0);
  return (heaviest + all - heaviest / place ** 2) / MOST;
};

/** Lexemes of a query whose outermost operator is OR, or that is one lexeme. Throws RangeError for others, which are ranked by distance. */
export const lexemesOf = (typed: string): { readonly text: string; readonly prefix: boolean }[] => {
  const query = searchQuery(typed) ?? "";
  let depth = 0;
  const operators = [...query.matchAll(/'[^']*'(?::[A*])?|[&|()]/g)].map(([token]) => {
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    return `${token} ${depth}`;
  });
  // Alternatives stand beside each other; one alone is in brackets.
  if (!operators.includes("| 0") && operators.includes("& 1"))
    throw new RangeError(`${typed} is ranked by distance: ${query}`);
  const tokens = new Set([...query.matchAll(/'([^']*)'(:\*)?/g)].map(([, text = "", star = ""]) => text + star));
  return [...tokens].map((token) => ({ text: token.replace(/:\*$/, ""), prefix: token.endsWith(":*") }));
};

/** The rank, in millionths as the search has it: the mean over the lexemes, by the length of the name. */
export const plainRank = (typed: string, name: string): number => {
  const lexemes = lexemesOf(typed);
  const weights = weightsOf(name);
  const length = [...weights.values()].reduce((sum, each) => sum + each.length, 0);
  const sum = lexemes.reduce(
    (total, { text, prefix }) =>
      total +
      [...weights]
        .filter(([token]) => (prefix ? token.startsWith(text) : token === text))
        .reduce((part, [, each]) => part + given(each), 0),
    0,
  );
  return (sum / lexemes.length / length) * 1_000_000;
};
