/** The data source against subgraphs that fail: it answers in time, with a table code, and repeats nothing internal. */
import "../../../gateway/no-vendor-telemetry.js";
import type { GatewayContext } from "../../../gateway/context.js";
import {
  createSubgraphDataSource,
  type SubgraphDataSource,
  type SubgraphPolicy,
} from "../../../gateway/engine/subgraph-data-source.js";
import {
  ANONYMOUS,
  CONTEXT_HEADER,
  createContextVerifier,
  createGatewayKey,
  parseGatewayKeys,
} from "../../../platform/auth/index.js";
import { createPartnerGuard } from "../../../gateway/disclosure/partner-guard.js";
import { readSupergraphTypes } from "../../../gateway/disclosure/supergraph-types.js";
import { createDecider, createDisclosureLog, type PolicyTable } from "../../../platform/disclosure/index.js";
import { createMetrics } from "../../../platform/telemetry/index.js";
import {
  FAULTS,
  fixtureSupergraph,
  startFixtureSubgraph,
  type FixtureSubgraph,
} from "../../support/fixture-subgraphs.js";

const DEADLINE_MS = 300;
const keys = parseGatewayKeys(createGatewayKey("test"))("shops");
const metrics = createMetrics("test");
const policy = (): SubgraphPolicy => ({ hash: "hash", enforces: true, guard: { prepare: () => undefined } });
const QUERY = `{ shop(id: "1") { name } }`;

let shops: FixtureSubgraph;
let source: SubgraphDataSource;
beforeAll(async () => {
  shops = await startFixtureSubgraph("shops");
  source = createSubgraphDataSource("shops", shops.url, {
    keys,
    policy,
    metrics,
    callDeadlineMs: DEADLINE_MS,
  });
});
afterEach(() => {
  shops.fail(undefined);
  shops.extend(undefined);
});
afterAll(async () => {
  await source.close();
  await shops.stop();
});

const contextOf = (changes: Partial<GatewayContext> = {}): GatewayContext => ({
  viewer: ANONYMOUS,
  asOf: new Date("2026-09-28T04:00:00Z"),
  requestId: "request-1",
  traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-00`,
  deadlineAt: Date.now() + 10_000,
  language: "en",
  access: "enforce",
  disclosure: createDisclosureLog(),
  subgraphRequests: 0,
  ...changes,
});

const ask = (
  context: GatewayContext,
  options: { to?: SubgraphDataSource; place?: readonly (string | number)[] } = {},
): ReturnType<SubgraphDataSource["process"]> =>
  (options.to ?? source).process({
    request: { query: QUERY, variables: { v: "一" } },
    context,
    pathInIncomingRequest: options.place,
  } as never);

const failureOf = async (asked: ReturnType<SubgraphDataSource["process"]>): Promise<Record<string, unknown>> => {
  const error = await asked.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  const shown = JSON.stringify([(error as Error | undefined)?.message, error]);
  expect(shown).not.toMatch(/SECRET|127\.0\.0\.1|http:|\/srv|:\d{4}/);
  return (error as { extensions: Record<string, unknown> }).extensions;
};

describe("a healthy subgraph", () => {
  it("gets the bytes that were signed, with viewer, day and request id", async () => {
    const context = contextOf();
    const { data } = await ask(context);
    expect(data).toEqual({ shop: { name: "Shop 1" } });
    expect(context.subgraphRequests).toBe(1);
    const { headers, body } = shops.last()!;
    const signed = createContextVerifier({ subgraph: "shops", keys }).verify(headers[CONTEXT_HEADER] as string, {
      method: "POST",
      path: "/graphql",
      body,
    });
    expect(signed).toEqual({
      subgraph: "shops",
      viewer: ANONYMOUS,
      asOf: "2026-09-28T04:00:00.000Z",
      requestId: "request-1",
      policyHash: "hash",
    });
  });

  it("hands on what it withheld and masked, at the place where the client asked", async () => {
    shops.extend({
      disclosure: {
        withheld: [{ path: ["_entities", "@", "note__alias_1"], count: 2, rule: "Shop.note" }],
        masked: [{ path: ["_entities", "@", "owner"], count: 1, rule: "Shop.owner", mask: "NAME" }],
      },
    });
    const context = contextOf();
    await ask(context, { place: ["shops", "@", "next"] });
    expect(context.disclosure.report()).toEqual({
      withheld: [{ path: ["shops", "@", "next", "note"], count: 2, rule: "Shop.note" }],
      masked: [{ path: ["shops", "@", "next", "owner"], count: 1, rule: "Shop.owner", mask: "NAME" }],
    });
  });

  it("is not believed where it is not one that enforces", async () => {
    shops.extend({ disclosure: { withheld: [{ path: ["shop", "name"], count: 1, rule: "Shop.name" }], masked: [] } });
    const partner = createSubgraphDataSource("shops", shops.url, {
      keys,
      metrics,
      policy: () => ({ ...policy(), enforces: false }),
    });
    const context = contextOf();
    await ask(context, { to: partner });
    expect(context.disclosure.report()).toBeUndefined();
    await partner.close();
  });

  it("that goes by other rules gets what it does not know of withheld here", async () => {
    const table = {
      fields: [{ subgraph: "shops", type: "Shop", field: "name", tier: ["OWNER"], reason: "TRADE_SECRET", basis: "x" }],
      records: { shops: { Shop: { subject: "id" } } },
    } as unknown as PolicyTable;
    const guard = createPartnerGuard(
      "shops",
      table,
      createDecider(table),
      readSupergraphTypes(fixtureSupergraph())("shops"),
    );
    const guarded = createSubgraphDataSource("shops", shops.url, {
      keys,
      metrics,
      policy: () => ({ ...policy(), guard }),
    });
    const context = contextOf();
    expect((await ask(context, { to: guarded })).data).toEqual({ shop: { name: "Shop 1" } });
    shops.extend({ disclosure: { withheld: [], masked: [], otherPolicy: true } });
    expect((await ask(context, { to: guarded })).data).toEqual({ shop: { name: null } });
    expect(context.disclosure.report()?.withheld).toEqual([{ path: ["shop", "name"], count: 1, rule: "Shop.name" }]);
    await guarded.close();
  });

  it.each([
    ["a path that is text", { withheld: [{ path: "shop", count: 1, rule: "Shop.note" }], masked: [] }],
    ["a count that is none", { withheld: [{ path: [], count: "1", rule: "Shop.note" }], masked: [] }],
    ["no masked list", { withheld: [] }],
  ])("is not taken at its word with %s in its report", async (_case, disclosure) => {
    shops.extend({ disclosure });
    expect(await failureOf(ask(contextOf()))).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
  });
});

describe("[F03] [E08] a failing subgraph", () => {
  it.each(["hang", "halfJson"] as const)("is given up on in time: %s", async (fault) => {
    shops.fail(FAULTS[fault]);
    const started = performance.now();
    expect(await failureOf(ask(contextOf()))).toEqual({ code: "UPSTREAM_TIMEOUT", service: "shops" });
    expect(performance.now() - started).toBeLessThan(DEADLINE_MS + 1_000);
  });

  it.each([
    "cutJson",
    "status500",
    "html",
    "redirect",
    "tooLarge",
    "reset",
    "nullAnswer",
    "listAnswer",
    "emptyAnswer",
    "textData",
    "textErrors",
    "nullError",
    "textPath",
    "gzip",
  ] as const)("is named and nothing of it repeated: %s", async (fault) => {
    shops.fail(FAULTS[fault]);
    const slow = createSubgraphDataSource("shops", shops.url, { keys, policy, metrics });
    expect(await failureOf(ask(contextOf(), { to: slow }))).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
    await slow.close();
  });

  it("is unavailable at once where nothing listens", async () => {
    const gone = await startFixtureSubgraph("shops");
    await gone.stop();
    const lost = createSubgraphDataSource("shops", gone.url, { keys, policy, metrics });
    const started = performance.now();
    expect(await failureOf(ask(contextOf(), { to: lost }))).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
    expect(performance.now() - started).toBeLessThan(1_000);
    await lost.close();
  });

  it("is not asked when the request's own time is over", async () => {
    const before = shops.requests();
    expect(await failureOf(ask(contextOf({ deadlineAt: Date.now() - 1 })))).toEqual({
      code: "UPSTREAM_TIMEOUT",
      service: "shops",
    });
    expect(shops.requests()).toBe(before);
  });

  it("has no more than what is left of the request's time", async () => {
    shops.fail(FAULTS.hang);
    const started = performance.now();
    await failureOf(ask(contextOf({ deadlineAt: Date.now() + 100 })));
    expect(performance.now() - started).toBeLessThan(DEADLINE_MS);
  });

  it("answers again once it is well", async () => {
    shops.fail(FAULTS.reset);
    await failureOf(ask(contextOf()));
    shops.fail(undefined);
    expect((await ask(contextOf())).data).toEqual({ shop: { name: "Shop 1" } });
  });
});
