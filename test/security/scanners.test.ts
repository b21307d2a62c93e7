/** What public scanners of GraphQL servers look for, asked of a gateway with and without a sign-in: none of it is found. */
import "reflect-metadata";
import type { RunningGateway } from "../../gateway/gateway.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { registeredServices } from "../../platform/config/index.js";
import { startCounting, type CountingServer } from "../support/counting-server.js";
import { oneGoodToken, startFixtureGateway } from "../support/fixture-gateway.js";
import { times } from "../support/attacks/attack.js";

let services: CountingServer;
let gateway: RunningGateway;
let closed: RunningGateway;
beforeAll(async () => {
  services = await startCounting();
  const subgraphs = registeredServices().map((name) => ({ name, url: services.url }));
  const options = { edition: readSchemaEdition, verifier: oneGoodToken() };
  gateway = await startFixtureGateway(subgraphs, options);
  closed = await startFixtureGateway(subgraphs, { ...options, explorer: false });
});
afterAll(async () => {
  await Promise.all([gateway.stop(), closed.stop()]);
  await services.stop();
});

const JSON_BODY = { "content-type": "application/json" };
const TOKENS: Readonly<Record<string, Record<string, string>>> = {
  anonymous: {},
  "signed in": { authorization: "Bearer good.test.token" },
};

const post = (query: string): RequestInit => ({ method: "POST", headers: JSON_BODY, body: JSON.stringify({ query }) });
const levels = (depth: number): string => (depth === 0 ? "name" : `fields { type { ${levels(depth - 1)} } }`);

/** What is sent by name, and what must be so of the answer. */
const LOOKED_FOR: readonly (readonly [
  name: string,
  path: string,
  request: RequestInit,
  found: RegExp,
  status: number,
])[] = [
  ["a hundred aliases", "/graphql", post(`{ ${times(100, (index) => `a${index}: __typename`)} }`), /"data"/, 400],
  [
    "ten requests in one",
    "/graphql",
    { ...post(""), body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: "{ __typename }" }))) },
    /"data"/,
    400,
  ],
  ["fifty directives", "/graphql", post(`{ __typename ${"@a".repeat(50)} }`), /"data"|Unknown directive/, 400],
  ["the schema in circles", "/graphql", post(`{ __schema { types { ${levels(10)} } } }`), /"data"/, 400],
  ["one field five hundred times", "/graphql", post(`{ ${"__typename ".repeat(500)} }`), /"data"/, 400],
  [
    "suggestions",
    "/graphql",
    { ...post("{ organizatio { id } }"), headers: { ...JSON_BODY, accept: "application/graphql-response+json" } },
    /did you mean/i,
    400,
  ],
  ["a plain GET", "/graphql?query=%7B__typename%7D", {}, /"data"/, 400],
  ["a mutation by GET", "/graphql?query=mutation%7B__typename%7D", { headers: JSON_BODY }, /"data"/, 405],
  [
    "a form",
    "/graphql",
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "query=%7B__typename%7D",
    },
    /"data"/,
    415,
  ],
  ["a page at the door", "/graphql", { headers: { accept: "text/html" } }, /<html|graphiql|playground/i, 400],
  [
    "traces",
    "/graphql",
    {
      ...post("{ __typename }"),
      headers: { ...JSON_BODY, "apollo-tracing": "1", "apollo-query-plan-experimental": "1" },
    },
    /tracing|queryPlan|extensions/,
    200,
  ],
  [
    "what happened inside",
    "/graphql",
    { ...post("query cop { abc"), headers: { ...JSON_BODY, accept: "application/graphql-response+json" } },
    /stacktrace|exception|node_modules/i,
    400,
  ],
];

describe("[A01] a scanner", () => {
  it.each(Object.keys(TOKENS).flatMap((who) => LOOKED_FOR.map((looked) => [looked[0], who, looked] as const)))(
    "does not find %s (%s)",
    async (_name, who, [, path, request, found, status]) => {
      const headers = { ...(request.headers as Record<string, string>), ...TOKENS[who] };
      const response = await fetch(`${gateway.url}${path}`, { ...request, headers });
      const text = await response.text();
      expect([response.status, found.exec(text)?.[0], services.requests()]).toEqual([status, undefined, 0]);
    },
  );
});

describe("[A12] where introspection is off", () => {
  it.each([
    "{ __schema { queryType { name } } }",
    `{ __type(name: "Me") { name } }`,
    "{ a: __schema { queryType { name } } }",
    "{ ...F } fragment F on Query { __schema { queryType { name } } }",
    "{ me { kind } ... { __schema { queryType { name } } } }",
  ])("it is refused in the same words: %s", async (query) => {
    const response = await fetch(`${closed.url}/graphql`, post(query));
    const { data, errors } = (await response.json()) as { data?: unknown; errors: { message: string }[] };
    expect([data, [...new Set(errors.map(({ message }) => message))]]).toEqual([
      undefined,
      [expect.stringMatching(/^GraphQL introspection is not allowed/)],
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/queryType|"name"|Apollo/);
  });

  it("there is no page of a vendor at the door", async () => {
    const response = await fetch(`${closed.url}/graphql`, { headers: { accept: "text/html" } });
    expect(await response.text()).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)|<script/i);
  });
});
