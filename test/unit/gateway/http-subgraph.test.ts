/** The way to a subgraph that fails: it answers in time, with a table code, and repeats nothing internal. */
import type { GatewayContext } from "../../../gateway/context.js";
import type { SubgraphPolicy } from "../../../gateway/disclosure/policy-in-force.js";
import { createHttpSubgraph, type HttpSubgraph } from "../../../gateway/upstream/http-subgraph.js";
import { createSubgraphOperation, type SubgraphAnswer } from "../../../gateway/upstream/subgraph.js";
import { ANONYMOUS, createContextVerifier, createGatewayKey, parseGatewayKeys } from "../../../platform/auth/index.js";
import { NO_COST } from "../../../gateway/document/cost.js";
import { createPartnerGuard } from "../../../gateway/disclosure/partner-guard.js";
import { readSupergraphTypes } from "../../../gateway/disclosure/supergraph-types.js";
import { createDecider } from "../../../platform/disclosure/decision/index.js";
import type { PolicyTable } from "../../../platform/disclosure/table/index.js";
import { createLogger, createMetrics } from "../../../platform/telemetry/index.js";
import {
  FAULTS,
  fixtureSupergraph,
  startFixtureSubgraph,
  type FixtureSubgraph,
} from "../../support/fixture-subgraphs.js";

const DEADLINE_MS = 300;
const keys = parseGatewayKeys(createGatewayKey("test"))("shops");
const metrics = createMetrics("test");
const log = createLogger({ name: "test", level: "silent" });
const POLICY: SubgraphPolicy = { hash: "hash", enforces: true, guard: { prepare: () => undefined } };
const QUERY = `{ shop(id: "1") { name } }`;

let shops: FixtureSubgraph;
let source: HttpSubgraph;
beforeAll(async () => {
  shops = await startFixtureSubgraph("shops");
  source = createHttpSubgraph("shops", shops.url, {
    keys,
    metrics,
    log,
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
  today: "2026-09-28",
  requestId: "request-1",
  traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-00`,
  client: "address 127.0.0.1",
  app: "other",
  gone: new AbortController().signal,
  deadlineAt: Date.now() + 10_000,
  language: "en",
  access: "enforce",
  cost: NO_COST,
  showsCost: false,
  subgraphRequests: 0,
  sharedSubgraphRequests: 0,
  ...changes,
});

const ask = (
  context: GatewayContext,
  { to = source, policy = POLICY }: { to?: HttpSubgraph; policy?: SubgraphPolicy } = {},
): Promise<SubgraphAnswer> =>
  to.ask({ operation: createSubgraphOperation(QUERY), variables: `{"v":"一"}`, context }, policy);

const failureOf = async (asked: Promise<SubgraphAnswer>): Promise<Record<string, unknown>> => {
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
    const signed = createContextVerifier({ subgraph: "shops", keys, since: 0 }).verify({
      method: "POST",
      path: "/graphql",
      headers,
      body,
    });
    expect(signed).toEqual({
      subgraph: "shops",
      viewer: ANONYMOUS,
      asOf: "2026-09-28T04:00:00.000Z",
      requestId: "request-1",
      traceparent: context.traceparent,
      timeoutMs: DEADLINE_MS,
      language: "en",
      policyHash: "hash",
    });
    // Proxies that trace read this one, and write it anew.
    expect(headers).toMatchObject({ traceparent: context.traceparent });
  });

  it("is told how long it is waited for, which is no longer than the request has left", async () => {
    await ask(contextOf({ deadlineAt: Date.now() + 200 }));
    const { headers, body } = shops.last()!;
    const request = { method: "POST", path: "/graphql", headers, body };
    const { timeoutMs } = createContextVerifier({ subgraph: "shops", keys, since: 0 }).verify(request);
    expect(timeoutMs).toBeGreaterThan(0);
    expect(timeoutMs).toBeLessThanOrEqual(200);
  });

  it("hands on what it withheld and masked, in the answer", async () => {
    const disclosure = {
      withheld: [{ path: ["_entities", "@", "note"], count: 2, rule: "Shop.note" }],
      masked: [{ path: ["_entities", "@", "owner"], count: 1, rule: "Shop.owner", mask: "NAME" }],
    };
    shops.extend({ disclosure });
    expect((await ask(contextOf())).disclosure).toEqual(disclosure);
  });

  it("is not believed where it is not one that enforces", async () => {
    shops.extend({ disclosure: { withheld: [{ path: ["shop", "name"], count: 1, rule: "Shop.name" }], masked: [] } });
    expect((await ask(contextOf(), { policy: { ...POLICY, enforces: false } })).disclosure).toBeUndefined();
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
    const guarded = { policy: { ...POLICY, guard } };
    expect((await ask(contextOf(), guarded)).data).toEqual({ shop: { name: "Shop 1" } });
    shops.extend({ disclosure: { withheld: [], masked: [], otherPolicy: true } });
    const { data, disclosure } = await ask(contextOf(), guarded);
    expect(data).toEqual({ shop: { name: null } });
    expect(disclosure?.withheld).toEqual([{ path: ["shop", "name"], count: 1, rule: "Shop.name" }]);
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
    expect(await failureOf(ask(contextOf()))).toEqual({ code: "UPSTREAM_TIMEOUT", service: "shops" });
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
    const slow = createHttpSubgraph("shops", shops.url, { keys, metrics, log });
    expect(await failureOf(ask(contextOf(), { to: slow }))).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
    await slow.close();
  });

  it("that never ends its answer is read to the limit and no further", async () => {
    let written = 0;
    const closed = new Promise<void>((resolve) => {
      shops.fail((response) => {
        response.once("close", resolve);
        const more = (): void => {
          while (!response.destroyed) {
            written += 1024 * 1024;
            if (!response.write("S".repeat(1024 * 1024))) return void response.once("drain", more);
          }
        };
        response.writeHead(200, { "content-type": "application/json" });
        more();
      });
    });
    const patient = createHttpSubgraph("shops", shops.url, {
      keys,
      metrics,
      log,
      callDeadlineMs: 60_000,
    });
    expect(await failureOf(ask(contextOf({ deadlineAt: Date.now() + 60_000 }), { to: patient }))).toEqual({
      code: "UPSTREAM_UNAVAILABLE",
      service: "shops",
    });
    await closed;
    // Eight MiB, and what lay in the buffers of two sockets.
    expect(written).toBeLessThanOrEqual(24 * 1024 * 1024);
    await patient.close();
  });

  it("that gives a byte now and then is not waited for beyond the time of a call", async () => {
    shops.fail((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      let left = 300;
      const trickle = setInterval(() => {
        left -= 1;
        if (left > 0) return void response.write(" ");
        clearInterval(trickle);
        // Who still waits would get this.
        response.end(JSON.stringify({ data: { shop: { name: "late" } } }));
      }, 20);
      response.once("close", () => clearInterval(trickle));
    });
    const hasty = createHttpSubgraph("shops", shops.url, { keys, metrics, log, callDeadlineMs: 200 });
    expect(await failureOf(ask(contextOf(), { to: hasty }))).toEqual({ code: "UPSTREAM_TIMEOUT", service: "shops" });
    await hasty.close();
  });

  it("is not waited for when the client hung up", async () => {
    const hungUp = new AbortController();
    const closed = new Promise<void>((resolve) => {
      shops.fail((response) => {
        response.once("close", resolve);
        hungUp.abort();
        // Who still waits would get this.
        setImmediate(() => response.end(JSON.stringify({ data: { shop: { name: "late" } } })));
      });
    });
    const patient = createHttpSubgraph("shops", shops.url, {
      keys,
      metrics,
      log,
      callDeadlineMs: 3_600_000,
    });
    const context = contextOf({ deadlineAt: Date.now() + 3_600_000, gone: hungUp.signal });
    expect(await failureOf(ask(context, { to: patient }))).toEqual({ code: "UPSTREAM_TIMEOUT", service: "shops" });
    await closed;
    await patient.close();
  });

  it("is counted under what it answered, and one line says what became of the call", async () => {
    const lines: Record<string, unknown>[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
    const own = createMetrics("test");
    const told = createHttpSubgraph("shops", shops.url, {
      keys,
      metrics: own,
      log: createLogger({ name: "gateway", level: "info", destination }),
    });
    const answered = {
      data: null,
      errors: [{ message: "x", extensions: { code: "SERVICE_UNAVAILABLE", errorId: "e1" } }],
    };
    shops.fail((response) => void response.end(JSON.stringify(answered)));
    await ask(contextOf(), { to: told });
    shops.fail(FAULTS.reset);
    await failureOf(ask(contextOf(), { to: told }));
    shops.fail(undefined);
    await ask(contextOf(), { to: told });
    const { values } = await own.subgraphRequests.get();
    expect(Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))).toEqual({
      SERVICE_UNAVAILABLE: 1,
      UPSTREAM_UNAVAILABLE: 1,
      ok: 1,
    });
    expect(lines).toEqual([
      expect.objectContaining({ code: "UPSTREAM_UNAVAILABLE", service: "shops", requestId: "request-1" }),
    ]);
    expect(lines[0]).toHaveProperty("error.message");
    await told.close();
  });

  it("is unavailable at once where nothing listens", async () => {
    const gone = await startFixtureSubgraph("shops");
    await gone.stop();
    const lost = createHttpSubgraph("shops", gone.url, { keys, metrics, log });
    expect(await failureOf(ask(contextOf(), { to: lost }))).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
    await lost.close();
  });

  it("is not asked when the request's own time is over", async () => {
    const before = shops.requests();
    expect(await failureOf(ask(contextOf({ deadlineAt: Date.now() - 1 })))).toEqual({
      code: "SERVICE_UNAVAILABLE",
      service: "shops",
      reason: "BUSY",
    });
    expect(shops.requests()).toBe(before);
  });

  it("has no more than what is left of the request's time", async () => {
    shops.fail(FAULTS.hang);
    const patient = createHttpSubgraph("shops", shops.url, { keys, metrics, log, callDeadlineMs: 3_600_000 });
    expect(await failureOf(ask(contextOf({ deadlineAt: Date.now() + 100 }), { to: patient }))).toEqual({
      code: "UPSTREAM_TIMEOUT",
      service: "shops",
    });
    await patient.close();
  });

  it.each([
    ["a query is asked once more", `query { shop(id: "1") { name } }`, 2],
    ["a mutation, which may have happened, is not", `mutation { rename(id: "1") { name } }`, 1],
  ])("whose connection ends before it answers: %s", async (_name, query, times) => {
    const signatures: unknown[] = [];
    shops.fail((response) => {
      signatures.push(shops.last()!.headers["signature"]);
      if (signatures.length > 1) return void response.end(`{"data":{"shop":{"name":"Shop 1"}}}`);
      response.socket?.destroy();
    });
    const answer = source.ask(
      { operation: createSubgraphOperation(query), variables: "{}", context: contextOf() },
      POLICY,
    );
    if (times === 2) expect((await answer).data).toEqual({ shop: { name: "Shop 1" } });
    else expect(await failureOf(answer)).toEqual({ code: "UPSTREAM_UNAVAILABLE", service: "shops" });
    expect(new Set(signatures).size).toBe(times);
  });

  it("answers again once it is well", async () => {
    shops.fail(FAULTS.reset);
    await failureOf(ask(contextOf()));
    shops.fail(undefined);
    expect((await ask(contextOf())).data).toEqual({ shop: { name: "Shop 1" } });
  });
});
