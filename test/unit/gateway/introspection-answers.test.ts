/** What is asked of the schema itself is worked out once for all viewers of a generation, and never given to who asks something else. */
import { getIntrospectionQuery, parse } from "graphql";
import type { RunningGateway } from "../../../gateway/gateway.js";
import type { Generation } from "../../../gateway/generation/generation.js";
import { createIntrospectionAnswers, type AskedOfSchema } from "../../../gateway/request/introspection-answers.js";
import { hashOf } from "../../../gateway/request/known-documents.js";
import { NOTHING_CLOSED, oneGoodToken, startFixtureGateway } from "../../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";

const TYPES = "{ all: __schema { types { name fields { name } } } }";

let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
/** How often the types of the schema in use were listed, which every answer about them begins with. */
let executed = 0;

/** Takes a new generation into use, in which answers are counted. */
const reload = async (): Promise<void> => {
  const { schema } = await gateway.reload();
  executed = 0;
  const list = schema.getTypeMap.bind(schema);
  schema.getTypeMap = () => {
    executed += 1;
    return list();
  };
};

let supergraph = fixtureSupergraph();
beforeAll(async () => {
  subgraphs = [await startFixtureSubgraph("shops"), await startFixtureSubgraph("ratings")];
  gateway = await startFixtureGateway(subgraphs, {
    verifier: oneGoodToken(),
    edition: () => ({ supergraph, policy: NOTHING_CLOSED }),
  });
});
beforeEach(reload);
afterAll(async () => {
  await gateway.stop();
  for (const subgraph of subgraphs) await subgraph.stop();
});

interface Told {
  readonly text: string;
  readonly data?: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: object;
}

const ask = async (query: string, { variables = {}, headers = {} }: { variables?: object; headers?: object } = {}) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { ...(JSON.parse(text) as Omit<Told, "text">), text };
};

it("the usual question is answered without being worked out, from the first request on, for all viewers", async () => {
  const query = getIntrospectionQuery();
  const first = await ask(query);
  const { text } = await ask(query, { headers: { authorization: "Bearer good.test.token" } });
  expect([text, executed]).toEqual([first.text, 0]);
  // With the numbers of its cost it is executed, and says the same.
  const { data, extensions } = await ask(query, { headers: { "x-cost": "show" } });
  expect(JSON.stringify({ data })).toBe(text);
  expect(extensions).toMatchObject({ cost: { nodes: 0, weighted: 0, requested: 0, actual: 1 } });
  expect(executed).toBeGreaterThan(0);
});

it("any other question is worked out twice at most: once before its document is known, once after", async () => {
  const first = await ask(TYPES);
  await ask(TYPES);
  const before = executed;
  for (let round = 0; round < 5; round++) expect((await ask(TYPES)).text).toBe(first.text);
  expect((await ask(TYPES, { headers: { authorization: "Bearer good.test.token" } })).text).toBe(first.text);
  expect(executed).toBe(before);
});

it("variables decide it, and what is wrong with them is told each time", async () => {
  const query =
    "query($name: String!, $yes: Boolean = true) { __type(name: $name) { name } more: __typename @include(if: $yes) }";
  for (let round = 0; round < 3; round++) {
    expect((await ask(query, { variables: { name: "Shop" } })).data).toEqual({
      __type: { name: "Shop" },
      more: "Query",
    });
    expect((await ask(query, { variables: { name: "Shop", yes: false } })).data).toEqual({ __type: { name: "Shop" } });
    expect((await ask(query, { variables: { name: "None" } })).data).toEqual({ __type: null, more: "Query" });
    expect((await ask(query, { variables: { name: 7 } })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  }
});

it("what asks for more than the schema is executed each time, and a preview executes nothing", async () => {
  const query = "{ __typename shops { id } }";
  const requests = (): number => subgraphs.reduce((sum, subgraph) => sum + subgraph.requests(), 0);
  await ask(query);
  const before = requests();
  for (let round = 0; round < 3; round++) await ask(query);
  expect(requests()).toBe(before + 3);
  for (let round = 0; round < 3; round++) await ask(TYPES);
  expect((await ask(TYPES, { headers: { "x-access": "preview" } })).data).toBeNull();
});

it("another generation has other answers, to questions that are known too", async () => {
  for (let round = 0; round < 3; round++) await ask(TYPES);
  const usual = getIntrospectionQuery();
  const [types, all] = [await ask(TYPES), await ask(usual)];
  supergraph = fixtureSupergraph({ withoutStars: true });
  try {
    await reload();
    for (const [query, earlier] of [
      [TYPES, types],
      [usual, all],
    ] as const)
      for (let round = 0; round < 3; round++) {
        const { text } = await ask(query);
        expect([text.includes('"stars"'), earlier.text.includes('"stars"')]).toEqual([false, true]);
      }
  } finally {
    supergraph = fixtureSupergraph();
  }
});

it("answers never hold more than their bound, and one beyond it is given and not kept", () => {
  const answers = createIntrospectionAnswers(10_000);
  const asked = (alias: string): AskedOfSchema => {
    const document = parse(`{ ${alias}: __typename }`);
    const known = { document, queryHash: hashOf(document), generation: { number: 1 } as Generation };
    return { known, variables: {}, context: { access: "enforce", showsCost: false } };
  };
  const answer = (length: number) => ({
    body: { data: { a: "x".repeat(length) } },
    status: undefined,
    headers: new Map(),
  });
  for (let number = 0; number < 100; number++) {
    const kept = answers.keep(asked(`a${number}`), answer(1_000));
    expect(JSON.parse(kept.encoded!.toString())).toEqual({ data: { a: "x".repeat(1_000) } });
    expect(answers.bytes()).toBeLessThanOrEqual(10_000);
  }
  expect([answers.find(asked("a0")), answers.find(asked("a99"))?.encoded?.length]).toEqual([undefined, 1_017]);
  expect(answers.keep(asked("large"), answer(20_000)).encoded?.length).toBe(20_017);
  expect(answers.find(asked("large"))).toBeUndefined();
});

it("an answer with errors or notices is not kept", () => {
  const answers = createIntrospectionAnswers();
  const document = parse("{ __typename }");
  const asked: AskedOfSchema = {
    known: { document, queryHash: hashOf(document), generation: { number: 1 } as Generation },
    variables: {},
    context: { access: "enforce", showsCost: false },
  };
  const head = { status: undefined, headers: new Map<string, string>() };
  for (const body of [{ data: null }, { data: {}, errors: [{ message: "no" }] }, { data: {}, extensions: {} }, {}]) {
    const answer = { ...head, body };
    expect(answers.keep(asked, answer)).toBe(answer);
  }
  expect(answers.bytes()).toBe(0);
});
