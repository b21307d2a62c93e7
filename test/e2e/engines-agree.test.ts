/** Two engines give the same answers, whoever asks: the compiled one, ApolloGateway, and the compiled one after a reload; an engine that loses anything is found. */
import { createCompiledEngineLoader } from "../../gateway/engine/compiled/compiled-engine.js";
import type { EngineAnswer, LoadEngine } from "../../gateway/engine/query-engine.js";
import {
  differencesOf,
  generatedQuestions,
  showcaseQuestions,
  visibilityQuestions,
  type Ask,
  type Question,
} from "../support/differential.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let apollo: Ask;
let reloaded: Ask;
beforeAll(async () => {
  stack = await startStack();
  apollo = (await stack.another({ engine: "apollo" })).ask;
  const other = await stack.another();
  await other.gateway.reload();
  reloaded = other.ask;
});
afterAll(() => stack.stop());

const agree = async (questions: readonly Question[], other = apollo): Promise<void> =>
  expect(await differencesOf(stack.ask, other, questions)).toEqual([]);

describe("the compiled engine", () => {
  it("agrees with itself after a reload", () => agree(showcaseQuestions(), reloaded));
});

describe("the compiled engine and ApolloGateway", () => {
  it("agree on the showcase as every viewer", () => agree(showcaseQuestions()));

  it("agree on every record of the visibility table as every viewer", async () => {
    const questions = await visibilityQuestions(stack);
    expect(questions.length).toBeGreaterThan(300);
    await agree(questions);
  });

  it("agree on generated documents with edge values, fragments, conditions and other names", async () => {
    const questions = generatedQuestions(8);
    expect(questions.length).toBeGreaterThan(180);
    await agree(questions);
  });
});

/** The engine with something changed in its answers. */
const changing =
  (change: (answer: EngineAnswer) => EngineAnswer): LoadEngine =>
  async (...made) => {
    const engine = await createCompiledEngineLoader()(...made);
    return { ...engine, execute: async (request) => change(await engine.execute(request)) };
  };

/** Data without the last field of the first object that has several. */
const withoutOne = (data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).slice(0, -1))
        : value,
    ]),
  );

describe("an engine is found that", () => {
  it.each<[string, (answer: EngineAnswer) => EngineAnswer]>([
    ["loses a field", (answer) => ({ ...answer, data: withoutOne(answer.data) })],
    ["loses what was withheld and masked", (answer) => ({ ...answer, disclosure: undefined })],
  ])("%s", async (_case, change) => {
    const other = await stack.another({ loadEngine: changing(change) });
    const questions = (await visibilityQuestions(stack)).slice(0, 44);
    expect((await differencesOf(stack.ask, other.ask, questions)).length).toBeGreaterThan(0);
  });
});
