/** Every argument of every field, with values at the edges of its type: the client is told what is wrong, and nothing breaks. */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { CANARY, fuzzQuestions, type FuzzQuestion } from "../support/fuzz-arguments.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

const lines: string[] = [];
let stack: TestStack;
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  stack = await startStack({ log: createLogger({ name: "test", level: "warn", destination }) });
});
afterAll(() => stack.stop());

/** What a wrong or unusual value may be answered with. */
const CLIENTS = new Set([
  "BAD_USER_INPUT",
  "NOT_FOUND",
  "FORBIDDEN",
  "UNAUTHENTICATED",
  "RULE_VIOLATION",
  "LIMIT_EXCEEDED",
]);

const cursorsOf = async (): Promise<string[]> => {
  const page = "{ pageInfo { endCursor } }";
  const { body } = await stack.ask(
    `{ organizations(first: 1) ${page} penalties(first: 1) ${page} fundPolicies(first: 1) ${page} negativeList(first: 1) ${page} changes(first: 1) { cursor } }`,
  );
  const { changes, ...lists } = body.data as Record<string, { cursor?: string; pageInfo?: { endCursor: string } }>;
  return [...Object.values(lists).map(({ pageInfo }) => pageInfo!.endCursor), changes!.cursor!];
};

/** The objects at the path, through lists and pages of them. */
const reached = (data: unknown, [step, ...rest]: readonly string[]): boolean => {
  if (Array.isArray(data)) return data.some((item) => reached(item, step === undefined ? [] : [step, ...rest]));
  if (data === null || data === undefined) return false;
  return step === undefined ? true : reached((data as Record<string, unknown>)[step], rest);
};

describe("every argument of every field", () => {
  const answers: { question: FuzzQuestion; answer: Answer }[] = [];
  beforeAll(async () => {
    const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
    const questions = fuzzQuestions(schema, await cursorsOf());
    for (const question of questions)
      answers.push({
        question,
        answer: await stack.ask(question.query, { viewer: question.viewer, variables: question.variables }),
      });
  }, 600_000);

  it("is asked, on a row where there is one", () => {
    const places = new Set(answers.map(({ question }) => question.place));
    const onRows = new Set(
      answers
        .filter(({ question, answer }) => reached(answer.body.data, question.path))
        .map(({ question }) => question.place),
    );
    expect(places.size).toBeGreaterThan(350);
    expect(answers.length).toBeGreaterThan(1_500);
    expect([...places].filter((place) => !onRows.has(place))).toEqual([]);
  });

  it("gives the client's mistake or an answer, never an internal error", () => {
    const wrong = answers.flatMap(({ question: { place, variables }, answer }) =>
      (answer.body.errors ?? [])
        .filter(({ extensions }) => !CLIENTS.has(String(extensions["code"])))
        .map(({ extensions, path }) => [place, extensions["code"], JSON.stringify(variables).slice(0, 200), path]),
    );
    expect(wrong).toEqual([]);
  });

  it("is not echoed, in answers or logs", () => {
    const echoes = answers.filter(({ answer }) => JSON.stringify(answer.body).includes(CANARY));
    expect(echoes.map(({ question: { place }, answer }) => [place, answer.body.errors?.[0]])).toEqual([]);
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });
});
