/** Asks two gateways the same questions and names the answers that differ; what a request is called (ids of errors, cursors' seals) may differ. */
import { buildSchema } from "graphql";
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { fuzzQuestions } from "./fuzz-arguments.js";
import { SHOWCASE, showcaseRequest } from "./showcase.js";
import type { Answer, TestStack } from "./stack.js";
import { VISIBLE_RECORDS } from "./visible-records.js";
import { VIEWER_ORDER, idOf, rootQuery, selectionOf } from "./visibility.js";

/** One question, as a client sends it. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly viewer: string;
  readonly variables?: object;
  readonly headers?: Record<string, string>;
}

/** Asks one gateway. */
export type Ask = TestStack["ask"];

/** An answer that was not the same. */
export interface Difference {
  readonly question: Question;
  readonly one: unknown;
  readonly other: unknown;
}

/** The feed's cursor holds the moment until which it was read. */
const withoutMoment = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data ?? null).replace(/"changes":\{"cursor":"[^"]*"/g, `"changes":{"cursor":"…"`));

/** What of an answer two gateways must agree on: errors in any order, without the id under which each logged one. */
const comparable = ({ status, body }: Answer): unknown => {
  const { data: given, errors, extensions } = body as { data?: unknown; errors?: object[]; extensions?: unknown };
  const data = withoutMoment(given);
  const told = errors?.map((error) => JSON.stringify(error).replace(/"errorId":"[^"]*"/, `"errorId":"…"`)).sort();
  return { status, data, errors: told, extensions };
};

/** Every question whose answers differ. */
export const differencesOf = async (one: Ask, other: Ask, questions: readonly Question[]): Promise<Difference[]> => {
  const differences: Difference[] = [];
  for (const question of questions) {
    const { query, ...options } = question;
    const [first, second] = (await Promise.all([one(query, options), other(query, options)])).map(comparable);
    if (JSON.stringify(first) !== JSON.stringify(second)) differences.push({ question, one: first, other: second });
  }
  return differences;
};

/** The showcase as every viewer. */
export const showcaseQuestions = (): Question[] =>
  SHOWCASE.flatMap(({ name }) =>
    VIEWER_ORDER.map((viewer) => ({ name: `${name} as ${viewer}`, viewer, ...showcaseRequest(name) })),
  );

/** Every record of the visibility table as every viewer. */
export const visibilityQuestions = async (stack: TestStack): Promise<Question[]> => {
  const questions: Question[] = [];
  for (const record of VISIBLE_RECORDS) {
    const query = rootQuery(record, await idOf(stack, record), selectionOf(record));
    for (const viewer of VIEWER_ORDER) questions.push({ name: `${record.name} as ${viewer}`, query, viewer });
  }
  return questions;
};

/** Words that clients call fields by and that mean something to a planner. */
const ALIASES = ["id", "__proto__", "name", "gg_0", "uscc"];

/**
 * One question for every `every`th argument of the public schema, in turn as it is, in a fragment, below a condition, and under
 * other names.
 */
export const generatedQuestions = (every: number): Question[] => {
  const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  return fuzzQuestions(schema, [])
    .filter((_question, index) => index % every === 0)
    .map(({ place, query, variables, viewer }, index) => {
      const body = query.slice(query.indexOf("{") + 1, query.lastIndexOf("}"));
      const head = query.slice(0, query.indexOf("{"));
      const renamed = query.replace(/\ba0:/, `${ALIASES[index % ALIASES.length]}:`);
      const forms = [
        query,
        `${head}{ ...All } fragment All on Query { ${body} }`,
        `${head}{ ... @include(if: true) { ${body} } ... @skip(if: true) { absent: __typename } __typename }`,
        renamed,
      ];
      const form = index % forms.length;
      return { name: `${place} in form ${form}`, query: forms[form]!, variables, viewer };
    });
};
