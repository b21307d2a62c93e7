/** Equal requests to a service at the same time are one, as nobody where it makes no difference; whatever differs, nothing is shared. */
import type { GatewayContext } from "../../../gateway/context.js";
import type { SubgraphPolicy } from "../../../gateway/disclosure/policy-in-force.js";
import { NO_COST } from "../../../gateway/document/cost.js";
import { createHttpSubgraph, type HttpSubgraph } from "../../../gateway/upstream/http-subgraph.js";
import { callKey, createSharedCalls, viewerOf, type Call } from "../../../gateway/upstream/shared-calls.js";
import { createSubgraphOperation, type SubgraphAnswer } from "../../../gateway/upstream/subgraph.js";
import { createSubgraphSlots, SLOT_LIMITS } from "../../../gateway/upstream/subgraph-slots.js";
import { ANONYMOUS, createGatewayKey, parseGatewayKeys, type Viewer } from "../../../platform/auth/index.js";
import { createLogger, createMetrics } from "../../../platform/telemetry/index.js";
import {
  FAULTS,
  startFixtureSubgraph,
  type FixtureSubgraph,
  type HeldRequests,
} from "../../support/fixture-subgraphs.js";
import { signedIn } from "../../support/signed-in.js";
import { VIEWERS } from "../../support/viewers.js";

const DAY_MS = 86_400_000;
const POLICY: SubgraphPolicy = { hash: "hash", enforces: true, guard: { prepare: () => undefined } };

const contextOf = (changes: Partial<GatewayContext> = {}): GatewayContext => ({
  viewer: ANONYMOUS,
  asOf: new Date("2026-09-28T04:00:00Z"),
  today: "2026-09-28",
  requestId: "request-1",
  traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-00`,
  client: "address 127.0.0.1",
  app: "other",
  gone: new AbortController().signal,
  deadlineAt: Date.now() + DAY_MS,
  language: "en",
  access: "enforce",
  cost: NO_COST,
  showsCost: false,
  subgraphRequests: 0,
  sharedSubgraphRequests: 0,
  ...changes,
});

describe("the key of a call", () => {
  const call: Call = {
    service: "shops",
    address: "http://127.0.0.1:4001/graphql",
    body: "{}",
    policyHash: "hash",
    viewer: VIEWERS["citizen-1"],
    isHeavy: false,
    context: contextOf(),
    joined: () => undefined,
  };
  const key = callKey(call);

  /** Every field of a viewer: one that is added does not compile until it stands here. */
  const OTHER: Required<{ [Field in keyof Viewer]: Viewer[Field] }> = {
    kind: "client",
    roles: ["supervisor"],
    username: "other",
    clientId: "other",
    subjectHash: "other",
    subjectUscc: "other",
    agencyUscc: "other",
    divisionCode: "220000",
    scopes: ["other"],
    agreements: ["other"],
    acr: "strong",
    purpose: "other",
  };

  it.each(Object.entries(OTHER))("differs by the viewer's %s", (field, value) => {
    expect(callKey({ ...call, viewer: { ...call.viewer, [field]: value } })).not.toBe(key);
  });

  it.each<[string, Partial<Call>]>([
    ["service", { service: "ratings" }],
    ["address of the service", { address: "http://127.0.0.1:4002/graphql" }],
    ["document or variables", { body: "{ }" }],
    ["policy", { policyHash: "other" }],
    ["line in which it waits", { isHeavy: true }],
    ["day", { context: contextOf({ today: "2026-09-29" }) }],
    ["language", { context: contextOf({ language: "zh" }) }],
  ])("differs by the %s", (_name, other) => {
    expect(callKey({ ...call, ...other })).not.toBe(key);
  });

  it("is the same under another request id, from another address, at another time of the day", () => {
    const context = contextOf({ requestId: "other", client: "other", asOf: new Date("2026-09-28T05:00:00Z") });
    expect(callKey({ ...call, context })).toBe(key);
  });

  it("holds nothing of who asks, where it makes no difference, and all of it otherwise", () => {
    const operation = createSubgraphOperation("{ shops { id } }");
    const open = { ...operation, sameForAll: true };
    for (const viewer of Object.values(VIEWERS)) {
      expect(viewerOf(open, { viewer })).toEqual(ANONYMOUS);
      expect(viewerOf(operation, { viewer })).toBe(viewer);
    }
  });
});

describe("a service", () => {
  const keys = parseGatewayKeys(createGatewayKey("test"))("shops");
  const metrics = createMetrics("test");
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    name: "gateway",
    level: "info",
    destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  let shops: FixtureSubgraph;
  let source: HttpSubgraph;
  beforeAll(async () => {
    shops = await startFixtureSubgraph("shops");
    source = createHttpSubgraph("shops", shops.url, { keys, metrics, log, callDeadlineMs: DAY_MS });
  });
  afterAll(async () => {
    await source.close();
    await shops.stop();
  });
  afterEach(() => {
    shops.fail(undefined);
    lines.length = 0;
  });

  const QUERY = `{ shop(id: "1") { id name } }`;
  const ask = (
    context: GatewayContext,
    {
      query = QUERY,
      sameForAll = false,
      to = source,
    }: { query?: string; sameForAll?: boolean; to?: HttpSubgraph } = {},
  ): Promise<SubgraphAnswer> =>
    to.ask({ operation: { ...createSubgraphOperation(query), sameForAll }, variables: "{}", context }, POLICY);
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  /** Holds what is asked while `during` runs, and says as whom each request came. */
  const held = async (during: (requests: HeldRequests) => Promise<void>): Promise<Viewer[]> => {
    const viewers: Viewer[] = [];
    const requests = shops.hold(() => {
      viewers.push(signedIn(shops.last()!.headers).viewer);
      return true;
    });
    await during(requests);
    requests.release();
    return viewers;
  };
  const codeOf = (asked: Promise<SubgraphAnswer>): Promise<unknown> =>
    asked.then(
      () => "answered",
      (error: unknown) => (error as { extensions: Record<string, unknown> }).extensions["code"],
    );

  it("is asked once, as nobody, for what is the same for a citizen, an officer, a supervisor and nobody", async () => {
    const contexts = Object.values(VIEWERS).map((viewer, index) =>
      contextOf({ viewer, requestId: `request-${index}` }),
    );
    let answers: Promise<SubgraphAnswer>[] = [];
    const asked = await held(async ({ count }) => {
      answers = contexts.map((context) => ask(context, { sameForAll: true }));
      await until(() => count() === 1);
    });
    const given = await Promise.all(answers);
    expect(asked).toEqual([ANONYMOUS]);
    // Nothing else of who asks leaves the gateway; the one who was first is known by the id of its request.
    expect(signedIn(shops.last()!.headers).requestId).toBe("request-0");
    expect(given.map(({ data }) => data)).toEqual(given.map(() => ({ shop: { id: "1", name: "Shop 1" } })));
    expect(contexts.map((context) => [context.subgraphRequests, context.sharedSubgraphRequests])).toEqual([
      [1, 0],
      ...contexts.slice(1).map(() => [0, 1]),
    ]);
  });

  it("is asked as each of them for what is not the same, and once for each however often they ask", async () => {
    let answers: Promise<SubgraphAnswer>[] = [];
    const viewers = Object.values(VIEWERS);
    const asked = await held(async ({ count }) => {
      answers = [1, 2, 3].flatMap(() => viewers.map((viewer) => ask(contextOf({ viewer }))));
      await until(() => count() === viewers.length);
    });
    await Promise.all(answers);
    expect(asked).toEqual(viewers.map((viewer) => JSON.parse(JSON.stringify(viewer)) as Viewer));
  });

  it("gives each an answer of their own, which an engine may change", async () => {
    let answers: Promise<SubgraphAnswer>[] = [];
    await held(async ({ count }) => {
      answers = [1, 2].map(() => ask(contextOf()));
      await until(() => count() === 1);
    });
    const [first, second] = await Promise.all(answers);
    (first!.data!["shop"] as Record<string, unknown>)["name"] = "changed";
    expect(second!.data).toEqual({ shop: { id: "1", name: "Shop 1" } });
  });

  it("is asked again once it has answered, and for what began a second apart", async () => {
    const before = shops.requests();
    await ask(contextOf());
    await ask(contextOf());
    expect(shops.requests() - before).toBe(2);
    let answers: Promise<SubgraphAnswer>[] = [];
    const asked = await held(async ({ count }) => {
      answers = ["04:00:00.000", "04:00:00.999", "04:00:01.000"].map((time) =>
        ask(contextOf({ asOf: new Date(`2026-09-28T${time}Z`) })),
      );
      await until(() => count() === 2);
    });
    await Promise.all(answers);
    expect(asked).toHaveLength(2);
  });

  it("is waited for as long as one of them is there, and no longer", async () => {
    let isClosed = false;
    let answer: () => void = () => undefined;
    shops.fail((response) => {
      response.once("close", () => (isClosed = !response.writableEnded));
      answer = () => void response.end(`{"data":{"shop":{"id":"1","name":"held"}}}`);
    });
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const before = shops.requests();
    const left = codeOf(ask(contextOf({ gone: first.signal })));
    const stayed = ask(contextOf({ gone: second.signal }));
    await until(() => shops.requests() === before + 1);
    const alsoLeft = codeOf(ask(contextOf({ gone: third.signal })));
    first.abort();
    third.abort();
    // Who joined does not wait for the others.
    expect(await alsoLeft).toBe("UPSTREAM_TIMEOUT");
    expect(isClosed).toBe(false);
    answer();
    expect((await stayed).data).toEqual({ shop: { id: "1", name: "held" } });
    expect(await left).toBe("answered");
    const [fourth, fifth] = [new AbortController(), new AbortController()];
    const nobody = [fourth, fifth].map(({ signal }) => codeOf(ask(contextOf({ gone: signal }))));
    await until(() => shops.requests() === before + 2);
    for (const each of [fourth, fifth]) each.abort();
    await until(() => isClosed);
    expect(await Promise.all(nobody)).toEqual(["UPSTREAM_TIMEOUT", "UPSTREAM_TIMEOUT"]);
  });

  it("is not asked for a client that has left", async () => {
    const before = shops.requests();
    const gone = new AbortController();
    gone.abort();
    expect(await codeOf(ask(contextOf({ gone: gone.signal })))).toBe("UPSTREAM_TIMEOUT");
    expect(shops.requests()).toBe(before);
  });

  it("keeps nobody beyond their own time, and the others wait on", async () => {
    let late: unknown;
    let answer: Promise<SubgraphAnswer> | undefined;
    await held(async ({ count }) => {
      answer = ask(contextOf());
      await until(() => count() === 1);
      late = await codeOf(ask(contextOf({ deadlineAt: Date.now() + 20 })));
    });
    expect(late).toBe("UPSTREAM_TIMEOUT");
    expect((await answer!).data).toEqual({ shop: { id: "1", name: "Shop 1" } });
  });

  it("fails for all who wait, with one line, and for nobody after them", async () => {
    const before = shops.requests();
    shops.fail(FAULTS.status500);
    const failures = await Promise.all([1, 2, 3].map((id) => codeOf(ask(contextOf({ requestId: `request-${id}` })))));
    expect(failures).toEqual(["UPSTREAM_UNAVAILABLE", "UPSTREAM_UNAVAILABLE", "UPSTREAM_UNAVAILABLE"]);
    expect(shops.requests() - before).toBe(1);
    expect(lines).toEqual([expect.objectContaining({ code: "UPSTREAM_UNAVAILABLE", requestId: "request-1" })]);
    shops.fail(undefined);
    expect((await ask(contextOf())).data).toEqual({ shop: { id: "1", name: "Shop 1" } });
  });

  it("is asked for each mutation, and nobody joins after it what was asked before", async () => {
    const before = shops.requests();
    shops.fail((response) => void response.end(`{"data":{"rename":true}}`));
    await Promise.all([1, 2].map(() => ask(contextOf(), { query: "mutation { rename }" })));
    expect(shops.requests() - before).toBe(2);
    shops.fail(undefined);
    const requests = shops.hold((body) => body.includes("shop("));
    const first = ask(contextOf());
    await until(() => requests.count() === 1);
    await codeOf(ask(contextOf(), { query: "mutation { rename }" }));
    const second = ask(contextOf());
    await until(() => requests.count() === 2);
    requests.release();
    await Promise.all([first, second]);
  });

  it("has one place taken by those who share, and light ones do not wait in the line of heavy ones", async () => {
    const narrow = createHttpSubgraph("shops", shops.url, {
      keys,
      metrics,
      log,
      callDeadlineMs: DAY_MS,
      slots: createSubgraphSlots("shops", {
        ...SLOT_LIMITS,
        atOnce: 2,
        heavyAtOnce: 1,
        waiting: { light: 0, write: 0, heavy: 1 },
      }),
      calls: createSharedCalls(),
    });
    const heavy = { ...NO_COST, nodes: SLOT_LIMITS.heavyNodes + 1 };
    let answers: Promise<SubgraphAnswer>[] = [];
    const asked = await held(async ({ count }) => {
      const other = ask(contextOf({ cost: heavy }), { query: `{ shops { id } }`, to: narrow });
      const waiting = ask(contextOf({ cost: heavy }), { to: narrow });
      await until(() => count() === 1);
      const light = [1, 2, 3].map(() => ask(contextOf(), { to: narrow }));
      await until(() => count() === 2);
      answers = [other, waiting, ...light];
    });
    await Promise.all(answers);
    expect(asked).toHaveLength(2);
    expect(shops.requests()).toBeGreaterThan(0);
    await narrow.close();
  });
});
