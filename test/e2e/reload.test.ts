/** A reload takes supergraph and policy into use as one: at once for new requests, never within one, and not at all where it is no good. */
import "reflect-metadata";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { SchemaEdition } from "../../gateway/generation/generation.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { TEST_ENGINE } from "../support/engine.js";
import { closedAs } from "../support/closures.js";
import { NOTHING_CLOSED, startFixtureGateway } from "../support/fixture-gateway.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";

const WITH_STARS = fixtureSupergraph();
const WITHOUT_STARS = fixtureSupergraph({ withoutStars: true });
/** Closes fields of a shop, whoever asks. */
const closing = (...fields: readonly (readonly [subgraph: string, field: string])[]): PolicyTable => ({
  ...NOTHING_CLOSED,
  fields: fields.map(([subgraph, field]) => ({
    subgraph,
    type: "Shop",
    field,
    tier: ["NEVER"],
    reason: "TRADE_SECRET",
    basis: "OGI-2019-15",
  })),
  subgraphs: Object.fromEntries(
    ["shops", "ratings"].map((name) => [name, { hash: name, enforces: false, owner: { zh: "店", en: "Shop" } }]),
  ) as never,
});

let issuer: TestIssuer;
let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
let edition: SchemaEdition;
beforeAll(async () => {
  issuer = await startTestIssuer();
  subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  edition = { supergraph: WITH_STARS, policy: NOTHING_CLOSED };
  gateway = await startFixtureGateway(subgraphs, {
    issuerUrl: issuer.issuerUrl,
    operatorKey: issuer.publicKey,
    edition: () => edition,
  });
});
afterEach(() => reload({ supergraph: WITH_STARS, policy: NOTHING_CLOSED }));
afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
  for (const subgraph of subgraphs) await subgraph.stop();
});

const operator = async (path: string, method = "GET"): Promise<{ status: number; body: Record<string, unknown> }> => {
  const token = await issuer.tokens.userToken("admin-1", "gov-cli");
  const response = await fetch(`${gateway.adminUrl}/operator${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

/** Takes an edition, whose supergraph has the closures of its policy. */
const reload = (next: SchemaEdition): ReturnType<typeof operator> =>
  reloadAsIs({ ...next, supergraph: closedAs(next.supergraph, next.policy) });

const reloadAsIs = (next: SchemaEdition): ReturnType<typeof operator> => {
  edition = next;
  return operator("/reload", "POST");
};

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
  readonly extensions?: { readonly withheld?: readonly { path: readonly string[]; rule: string }[] };
}

const ask = async (query: string): Promise<Answer> => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as Answer;
};

const STARS = `{ shop(id: "1") { name stars } }`;
const CODE = { code: "GRAPHQL_VALIDATION_FAILED" };

describe("a reload", () => {
  it("of another supergraph gives and takes fields, of documents that are known already too", async () => {
    expect((await ask(STARS)).data).toEqual({ shop: { name: "Shop 1", stars: 4 } });
    expect(await (await fetch(`${gateway.url}/schema.graphql`)).text()).toContain("stars: Int");
    const before = (await operator("/generation")).body;
    const { body } = await reload({ supergraph: WITHOUT_STARS, policy: NOTHING_CLOSED });
    expect(body["number"]).toBe((before["number"] as number) + 1);
    expect(body["hash"]).not.toBe(before["hash"]);
    expect((await operator("/generation")).body).toEqual(body);
    expect(await (await fetch(`${gateway.url}/schema.graphql`)).text()).not.toContain("stars");
    const refused = await ask(STARS);
    expect(refused.errors?.map(({ extensions }) => extensions)).toEqual([expect.objectContaining(CODE)]);
    await reload({ supergraph: WITH_STARS, policy: NOTHING_CLOSED });
    expect((await ask(STARS)).data).toEqual({ shop: { name: "Shop 1", stars: 4 } });
  });

  it("of another policy closes and opens fields in answers, the negative list and its page", async () => {
    expect((await ask(STARS)).data).toEqual({ shop: { name: "Shop 1", stars: 4 } });
    const before = (await operator("/generation")).body;
    const { body } = await reload({ supergraph: WITH_STARS, policy: closing(["ratings", "stars"]) });
    expect(body["hash"]).not.toBe(before["hash"]);
    const closed = await ask(STARS);
    expect(closed.data).toEqual({ shop: { name: "Shop 1", stars: null } });
    expect(closed.extensions?.withheld).toEqual([
      expect.objectContaining({ path: ["shop", "stars"], rule: "Shop.stars" }),
    ]);
    const page = await fetch(`${gateway.url}/negative-list`);
    expect(await page.text()).toContain("stars");
    await reload({ supergraph: WITH_STARS, policy: NOTHING_CLOSED });
    expect((await ask(STARS)).data).toEqual({ shop: { name: "Shop 1", stars: 4 } });
    expect((await (await fetch(`${gateway.url}/negative-list`)).text()).includes("stars")).toBe(false);
  });

  it("plans what was asked before it is in use: nobody waits for a plan that another generation had", async () => {
    const plans = async (): Promise<number> => {
      const text = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
      return Number(/^govgraph_plans_total\S* (\d+)$/m.exec(text)![1]);
    };
    const query = `{ shop(id: "1") { name note } topics }`;
    await ask(query);
    await ask(STARS);
    // What the next one does not know is left out.
    await reload({ supergraph: WITHOUT_STARS, policy: NOTHING_CLOSED });
    const before = TEST_ENGINE === "apollo" ? undefined : await plans();
    expect((await ask(query)).data).toEqual({ shop: { name: "Shop 1", note: null }, topics: ["a"] });
    if (before !== undefined) expect(await plans()).toBe(before);
  });

  it.each([
    ["another supergraph", { supergraph: WITHOUT_STARS, policy: closing(["shops", "name"]) }],
    ["another policy", { supergraph: WITH_STARS, policy: closing(["shops", "name"], ["ratings", "stars"]) }],
  ])("of %s leaves a request under way in the generation in which it began, to its last call", async (_case, next) => {
    const held = subgraphs[0]!.hold((body) => body.includes("shop"));
    const asked = ask(STARS);
    while (held.count() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await reload(next);
    held.release();
    expect(await asked).toEqual({ data: { shop: { name: "Shop 1", stars: 4 } } });
    expect((await ask(`{ shop(id: "1") { id name } }`)).data).toEqual({ shop: { id: "1", name: null } });
  });

  it("that is no good is refused with an error, and what was in use stays", async () => {
    const before = (await operator("/generation")).body;
    const closed = closing(["ratings", "stars"]);
    const other = closing(["shops", "name"]);
    for (const next of [
      ...["type {", "type Query { a: Int }", ""].map((supergraph) => ({ supergraph, policy: NOTHING_CLOSED })),
      // Of two compositions: what one of them closes the other would serve in the clear.
      { supergraph: closedAs(WITH_STARS, closed), policy: NOTHING_CLOSED },
      { supergraph: WITH_STARS, policy: closed },
      { supergraph: closedAs(WITH_STARS, closed), policy: other },
    ])
      expect((await reloadAsIs(next)).status).toBe(500);
    expect((await operator("/generation")).body).toEqual(before);
    expect((await ask(STARS)).data).toEqual({ shop: { name: "Shop 1", stars: 4 } });
  });

  it("waits for the one before it", async () => {
    const { number } = (await operator("/generation")).body as { number: number };
    const reloaded = await Promise.all([1, 2, 3].map(() => operator("/reload", "POST")));
    // Which of them arrives first is nobody's promise.
    const numbers = reloaded.map(({ body }) => body["number"] as number).sort((a, b) => a - b);
    expect(numbers).toEqual([number + 1, number + 2, number + 3]);
  });
});
