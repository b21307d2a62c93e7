/** What is wrong with the calls of a mapping. */
import type { MappedCall } from "./call.js";
import { at, type MappingProblem, type Path } from "./problem.js";
import { hasStrayBrace, referencesIn, referencesInJson } from "./template.js";

/** References of a call, with where they stand. */
const referencesOf = ({ get, post, query, headers }: MappedCall): { path: Path; text: string }[] => [
  ...[get, post].flatMap((text, index) => (text === undefined ? [] : [{ path: [index === 0 ? "get" : "post"], text }])),
  ...Object.entries(query).map(([name, text]) => ({ path: ["query", name], text: String(text) })),
  ...Object.entries(headers).map(([name, text]) => ({ path: ["headers", name], text })),
];

/** What is wrong with a call, into which `known` can be filled. */
export const callProblems = (call: MappedCall, known: ReadonlySet<string>, path: Path): MappingProblem[] => [
  ...((call.get === undefined) === (call.post === undefined) ? at(path, ["has either get or post"]) : []),
  ...(call.body !== undefined && call.post === undefined ? at(path, ["a body goes with post"]) : []),
  ...referencesOf(call).flatMap(({ path: place, text }) => [
    ...(hasStrayBrace(text)
      ? at([...path, ...place], ["has a brace that is no reference: write {argument} or {this.field}"])
      : []),
    ...unknownIn(referencesIn(text), known, [...path, ...place]),
  ]),
  ...unknownIn(referencesInJson(call.body), known, [...path, "body"]),
];

/** References to what is not there. */
export const unknownIn = (references: readonly string[], known: ReadonlySet<string>, path: Path): MappingProblem[] =>
  at(
    path,
    references
      .filter((name) => !known.has(name))
      .map(
        (name) =>
          `{${name}} is nothing here: ${known.size === 0 ? "there is nothing to fill in" : `there is ${[...known].map((each) => `{${each}}`).join(", ")}`}`,
      ),
  );

/** What is filled into a call. */
export const usesOf = (call: MappedCall): string[] => [
  ...referencesOf(call).flatMap(({ text }) => referencesIn(text)),
  ...referencesInJson(call.body),
];
