/** Every argument of every field, with values at the edges of its type: the client is told what is wrong, and nothing breaks. */
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isInputObjectType, isNonNullType, isObjectType } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { fuzzQuestions, type FuzzQuestion } from "../support/fuzz-arguments.js";
import { nullQuestions, type NullQuestion } from "../support/null-arguments.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { CANARY, rowsAt } from "../support/ways.js";

const lines: string[] = [];
let stack: TestStack;
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  stack = await startStack({ log: createLogger({ name: "test", level: "trace", destination }) });
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

/** Nobody records use here: test/e2e/own-use.test.ts and registered-apps.test.ts ask these on rows, at their edges and with null. */
const UNRECORDED = ["AppUse.operations(first:)", "SubgraphUse.clients(first:)", "SubgraphUse.operations(first:)"];

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
  });

  it("is asked, on a row where there is one", () => {
    const places = new Set(answers.map(({ question }) => question.place));
    const onRows = new Set(
      answers
        .filter(({ question, answer }) => rowsAt(answer.body.data, question.path).length > 0)
        .map(({ question }) => question.place),
    );
    expect(places.size).toBeGreaterThan(350);
    expect(answers.length).toBeGreaterThan(1_500);
    expect([...places].filter((place) => !onRows.has(place))).toEqual(UNRECORDED);
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
    const requests = lines.filter((line) => line.includes('"code":"REQUEST"'));
    expect(requests.length).toBeGreaterThan(answers.length);
    expect(lines.filter((line) => line.includes(CANARY))).toEqual([]);
  });
});

describe("an argument that is null", () => {
  const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  const answers: { question: NullQuestion; answer: Answer }[] = [];
  beforeAll(async () => {
    for (const question of nullQuestions(schema))
      answers.push({
        question,
        answer: await stack.ask(question.query, { viewer: question.viewer, variables: question.variables }),
      });
  });

  it("is asked for every argument and input field that may be null, on a row", () => {
    const missed = answers.filter(({ question, answer }) => rowsAt(answer.body.data, question.path).length === 0);
    expect(missed.map(({ question }) => question.place)).toEqual(UNRECORDED);
    const given = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) &&
      !type.name.startsWith("__") &&
      ![schema.getMutationType(), schema.getSubscriptionType()].includes(type)
        ? Object.values(type.getFields()).flatMap(({ args }) => args)
        : [],
    );
    const within = given.flatMap(({ type }) => {
      const input = getNamedType(type);
      return isInputObjectType(input) ? Object.values(input.getFields()) : [];
    });
    const optional = [...given, ...within].filter(({ type }) => !isNonNullType(type));
    expect(answers.length).toBe(optional.length);
    const answered = answers.filter(({ question, answer }) =>
      rowsAt(answer.body.data, question.path).some(({ literal }) => literal !== null),
    );
    // The others are roots that need one of several keys: without it they are refused in every form.
    expect(answered.length).toBeGreaterThan(330);
  });

  it("is as if it were not given: as a literal, in a variable and within an input object", () => {
    for (const { question, answer } of answers) {
      const objects = rowsAt(answer.body.data, question.path);
      const given = (form: string): unknown => [
        objects.map((object) => object[form]),
        (answer.body.errors ?? [])
          .filter(({ path }) => path?.includes(form))
          .map(({ extensions: { code, rule } }) => ({ code, rule })),
      ];
      for (const form of question.forms)
        expect([question.place, form, given(form)]).toEqual([question.place, form, given("absent")]);
    }
  });

  it("is never an internal error, nor a mistake of the whole document", () => {
    const wrong = answers.flatMap(({ question, answer }) =>
      (answer.body.errors ?? [])
        .filter(
          ({ path, extensions }) =>
            extensions["code"] !== "BAD_USER_INPUT" || !question.forms.some((form) => path?.includes(form)),
        )
        .map(({ path, extensions }) => [question.place, extensions["code"], path]),
    );
    expect(wrong).toEqual([]);
  });
});
