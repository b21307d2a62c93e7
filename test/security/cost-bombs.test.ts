/** Small documents that ask for very much, generated from the public schema: each is refused before anything is planned or asked for. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import type { RunningGateway } from "../../gateway/gateway.js";
import { readSchemaEdition } from "../../gateway/generation/schema-files.js";
import { projectPath, registeredServices } from "../../platform/config/index.js";
import { costBombs } from "../support/cost-bombs.js";
import { startCounting, type CountingServer } from "../support/counting-server.js";
import { oneGoodToken, startFixtureGateway } from "../support/fixture-gateway.js";
import { HOSTILE } from "../support/hostile.js";

let services: CountingServer;
let gateway: RunningGateway;
beforeAll(async () => {
  services = await startCounting();
  gateway = await startFixtureGateway(
    registeredServices().map((name) => ({ name, url: services.url })),
    { edition: readSchemaEdition, verifier: oneGoodToken() },
  );
});
afterAll(async () => {
  await gateway.stop();
  await services.stop();
});

const ask = async (
  query: string,
  { variables, token, headers }: { variables?: object; token?: string; headers?: Record<string, string> } = {},
) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    body: JSON.stringify({ query, variables }),
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const body = (await response.json()) as {
    errors?: { message: string; extensions: Record<string, unknown> }[];
    extensions?: { cost?: unknown };
  };
  const [error] = body.errors ?? [];
  return {
    status: response.status,
    code: error?.extensions["code"],
    reason: error?.extensions["reason"],
    message: error?.message,
    cost: body.extensions?.cost,
  };
};

const plans = async (): Promise<number> =>
  Number(/^govgraph_plans_total\{[^}]*\} (\d+)/m.exec(await (await fetch(`${gateway.adminUrl}/metrics`)).text())?.[1]);

const BOMBS = costBombs(buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8")));

it("there is a bomb of every kind", () =>
  expect(Object.fromEntries(Object.entries(BOMBS).filter(([, documents]) => documents.length === 0))).toEqual({}));

it.each(Object.entries(BOMBS))("[A16] refuses %s, with no plan and no call to a service", async (_kind, documents) => {
  const refused = await Promise.all(documents.map(({ query, variables }) => ask(query, { variables })));
  expect(refused.map(({ status, reason }) => [status, reason])).toEqual(documents.map(({ reason }) => [400, reason]));
  expect([services.requests(), await plans()]).toEqual([0, 0]);
});

it.each(Object.entries(HOSTILE))("[A16] refuses %s for everybody, and says what is wrong", async (_what, query) => {
  const before = [services.requests(), await plans()];
  for (const token of [undefined, "good.test.token"]) {
    const refused = await ask(query, token === undefined ? {} : { token });
    expect(refused).toMatchObject({ status: 400, code: "LIMIT_EXCEEDED", reason: "NODES" });
    // 100 + 100² + 100³
    expect(refused.message).toContain("1010100 list items");
  }
  expect([services.requests(), await plans()]).toEqual(before);
});

describe("the limit of fields below places of several types", () => {
  /** An object with its own fields, and behind each of its links the same again. */
  const tree = (own: string, links: readonly string[], levels: number): string =>
    levels === 0 ? own : `${own} ${links.map((link) => `${link} { ${tree(own, links, levels - 1)} }`).join(" ")}`;
  /** 13 fields and 3 links, twice: 13 + 3 × (1 + 13 + 3 × (1 + 13)) = 181. */
  const BODY = tree(
    "id name uscc shortName kind status establishedOn statusSince mergedOn legalRepName contact onSeriousList seriousListSince",
    ["parent", "mergedInto", "successor"],
    2,
  );
  /** 7 fields and 2 links, three times: 119. */
  const DIVISION = tree("code code12 name level sort: kind validFrom validTo", ["parent", "replacedBy"], 3);
  const asking = (more: string): string =>
    `{ fundAllocation(id: "none") { recipient { ... on Organization { ${BODY} } ... on Division { ${DIVISION} } ${more} } } }`;

  it("is 300", async () => {
    const before = [services.requests(), await plans()];
    const refused = await ask(asking("... on FundProject { name }"), { token: "good.test.token" });
    expect(refused).toMatchObject({ status: 400, code: "LIMIT_EXCEEDED", reason: "ABSTRACT_FIELDS" });
    expect([services.requests(), await plans()]).toEqual(before);
    expect((await ask(asking(""), { token: "good.test.token" })).reason).not.toBe("ABSTRACT_FIELDS");
    expect(await plans()).toBe(before[1]! + 1);
  });
});

describe("the limit of list items", () => {
  /** 200 pages of a hundred items: 20,100 with the outer page of two hundred … of which a hundred may be asked at once. */
  const pages = (outer: number, inner: number): string =>
    `{ organizations(first: ${outer}) { nodes { penalties(first: ${inner}) { nodes { id } } } } }`;

  it("is 20,000 without a token and 50,000 with one", async () => {
    const before = services.requests();
    // 100 + 100 × 200 = 20,100; services refuse a page of 200, which no one asks them for.
    expect(await ask(pages(100, 200))).toMatchObject({ status: 400, reason: "NODES" });
    expect(await ask(pages(100, 500), { token: "good.test.token" })).toMatchObject({ status: 400, reason: "NODES" });
    expect(services.requests()).toBe(before);
    expect((await ask(pages(100, 199))).reason).not.toBe("NODES");
    expect((await ask(pages(100, 499), { token: "good.test.token" })).reason).not.toBe("NODES");
    expect([services.requests() > before, (await plans()) > 0]).toEqual([true, true]);
  });
});

describe("x-cost: show", () => {
  const QUERY = `{ organizations(first: 3) { nodes { id penalties(first: 2) { nodes { id } } } } }`;

  it("shows list items and weighted cost", async () =>
    expect((await ask(QUERY, { headers: { "x-cost": "show" } })).cost).toMatchObject({ nodes: 9, weighted: 13 }));

  it("nothing is shown unasked, and another value is refused", async () => {
    expect((await ask(QUERY)).cost).toBeUndefined();
    expect(await ask(QUERY, { headers: { "x-cost": "1" } })).toMatchObject({ status: 400, reason: "COST_HEADER" });
  });
});
