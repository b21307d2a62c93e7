/** Every field of every verb's input, with values at the edges of its type: done, or refused as the client's mistake; nothing breaks and nothing is echoed. */
import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isInputObjectType, type GraphQLInputObjectType } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { edgesOf } from "../support/fuzz-arguments.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VERBS, type VerbEntry } from "../support/verbs/index.js";
import { VIEWER_ORDER } from "../support/visibility.js";
import { CANARY } from "../support/ways.js";

const lines: string[] = [];
let stack: TestStack;
beforeAll(async () => {
  const destination = { write: (line: string) => void lines.push(line) };
  stack = await startStack({ log: createLogger({ name: "test", level: "trace", destination }) });
});
afterAll(() => stack.stop());

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));

/** What a wrong or unusual value may be answered with. */
const CLIENTS = ["BAD_USER_INPUT", "NOT_FOUND", "FORBIDDEN", "RULE_VIOLATION", "LIMIT_EXCEEDED", "CONFLICT"];

/** Somebody who may do it. */
const doerOf = ({ letters }: VerbEntry): string => VIEWER_ORDER[letters.replaceAll(" ", "").indexOf("Y")]!;

it.each(Object.entries(VERBS))("%s breaks on no value", async (verb, entry) => {
  const type = schema.getType(entry.input) as GraphQLInputObjectType;
  const ask = async (input: unknown): Promise<Answer> =>
    stack.ask(`mutation ($input: ${entry.input}!) { done: ${verb}(input: $input) { ${entry.selects} } }`, {
      viewer: doerOf(entry),
      variables: { input },
    });
  let prepared: object | undefined;
  const judge = async (place: string, input: unknown): Promise<void> => {
    const { body, status } = await ask(input);
    // A record that changed is not the one that was prepared.
    if (!body.errors) prepared = undefined;
    expect([place, status < 500, JSON.stringify(body).includes(CANARY)]).toEqual([place, true, false]);
    for (const { extensions } of body.errors ?? [])
      expect([place, CLIENTS.includes(String(extensions["code"])), extensions]).toEqual([place, true, extensions]);
  };
  for (const field of Object.values(type.getFields())) {
    const { asked, refused } = edgesOf(field.type, [], field.name);
    const values = isInputObjectType(getNamedType(field.type))
      ? [null, [], {}, [{ [CANARY]: 1 }]]
      : [...asked, ...refused];
    for (const value of values) {
      prepared ??= await entry.prepare(stack);
      await judge(`${field.name}: ${JSON.stringify(value)?.slice(0, 60)}`, { ...prepared, [field.name]: value });
    }
  }
  for (const input of [null, [], "", 1, {}]) await judge(JSON.stringify(input), input);
});

it("nothing of what was sent is in a log line", () =>
  expect(lines.filter((line) => line.includes(CANARY))).toEqual([]));
