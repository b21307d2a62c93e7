/** `@defer` over HTTP: what comes first and what later, which errors come with what, and who is answered as one. */
import type { GatewayOptions, RunningGateway } from "../../../gateway/gateway.js";
import { startDisclosureFixture, type DisclosureFixture } from "../../support/disclosure-fixture.js";
import { TEST_ENGINE } from "../../support/engine.js";
import { logTo, startFixtureGateway } from "../../support/fixture-gateway.js";
import { startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";
import { askParts, together, type PartRead } from "../../support/parts.js";

let shops: FixtureSubgraph;
let ratings: FixtureSubgraph;
let gateway: RunningGateway;
const lines: string[] = [];
const running: RunningGateway[] = [];
const start = async (options: Partial<GatewayOptions> = {}): Promise<RunningGateway> => {
  const made = await startFixtureGateway([shops, ratings], {
    deadlines: { callMs: 60_000, requestMs: 60_000 },
    log: logTo(lines),
    ...options,
  });
  running.push(made);
  return made;
};
beforeAll(async () => {
  [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  gateway = await start();
});
afterEach(() => {
  ratings.fail(undefined);
  shops.fail(undefined);
});
afterAll(async () => {
  for (const one of running) await one.stop();
  await Promise.all([shops.stop(), ratings.stop()]);
});

const STARS = `{ shop(id: "1") { name ... @defer(label: "stars") { stars } } }`;

/** What GATEWAY_ENGINE=apollo does: the directive stands in its schema, and its answers come as one. */
const COMPILED = TEST_ENGINE === "compiled";
const inParts = (name: string, tests: () => void): void => void (COMPILED && describe(name, tests));

const all = async (query: string, given?: Parameters<typeof askParts>[2]): Promise<PartRead[]> =>
  (await askParts(gateway.url, query, given)).rest();

const asOne = async (query: string, headers: Record<string, string> = {}): Promise<PartRead> => {
  const [answer, ...more] = await all(query, { headers: { accept: "application/json", ...headers } });
  expect(more).toEqual([]);
  return answer!;
};

inParts("an answer in parts", () => {
  it("has first what is there first, and the rest once its service has answered", async () => {
    const held = ratings.hold((body) => body.includes("stars"));
    const answer = await askParts(gateway.url, STARS);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([
      200,
      'multipart/mixed; boundary="-"; deferSpec=20220824',
      "no-store",
    ]);
    expect(await answer.next()).toEqual({ data: { shop: { name: "Shop 1" } }, hasNext: true });
    while (held.count() === 0) await asOne('{ shop(id: "1") { id } }');
    held.release();
    expect(await answer.rest()).toEqual([
      { incremental: [{ label: "stars", path: ["shop"], data: { stars: 4 } }], hasNext: false },
    ]);
  });

  it("is the same for a document that was seen before, asks services the same, and leaves one line", async () => {
    const before = [shops.requests(), ratings.requests()];
    lines.length = 0;
    const query = STARS.replace("{", "query Twice {");
    const first = await all(query);
    expect(await all(query)).toEqual(first);
    expect([shops.requests() - before[0]!, ratings.requests() - before[1]!]).toEqual([2, 2]);
    expect(
      lines
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .map((line) => [line["operation"], line["subgraphRequests"], line["failed"]]),
    ).toEqual([
      ["Twice", 2, false],
      ["Twice", 2, false],
    ]);
  });

  it("has a part for every object of a list, and parts within parts after those around them", async () => {
    const parts = await all(`{ shops { id ...Later @defer(label: "later") } }
      fragment Later on Shop { name ... on Shop @defer(label: "inner") { stars next { id ... @defer { name } } } }`);
    expect(parts[0]).toEqual({ data: { shops: [{ id: "1" }, { id: "2" }, { id: "3" }] }, hasNext: true });
    const told = parts.flatMap(({ incremental = [] }) => incremental);
    expect(told.map(({ label, path }) => [label, path])).toEqual([
      ...[0, 1, 2].map((index) => ["later", ["shops", index]]),
      ...[0, 1, 2].map((index) => ["inner", ["shops", index]]),
      ...[0, 1, 2].map((index) => [undefined, ["shops", index, "next"]]),
    ]);
    expect(parts.map(({ hasNext }) => hasNext)).toEqual([...parts.slice(1).map(() => true), false]);
    expect(together(parts).data).toEqual({
      shops: ["1", "2", "3"].map((id) => ({
        id,
        name: `Shop ${id}`,
        stars: 4,
        next: { id: `${id}x`, name: `Shop ${id}x` },
      })),
    });
  });

  it("tells an error with the part in which something is null for it", async () => {
    ratings.fail((response) => void response.writeHead(500).end());
    const [first, second] = await all(`{ shops { name broken ... @defer { stars } } }`);
    expect(first!.errors!.map(({ path, extensions }) => [path, extensions["service"]])).toEqual(
      [0, 1, 2].map((index) => [["shops", index, "broken"], "shops"]),
    );
    expect(
      second!.incremental!.map(({ path, data, errors }) => [
        path,
        data,
        errors!.map((error) => [error.path, error.extensions]),
      ]),
    ).toEqual(
      [0, 1, 2].map((index) => [
        ["shops", index],
        { stars: null },
        [[["shops", index, "stars"], { code: "UPSTREAM_UNAVAILABLE", service: "ratings" }]],
      ]),
    );
  });

  it("tells what it costs and errors in the reader's language, as an answer as one does", async () => {
    ratings.fail((response) => void response.writeHead(500).end());
    const headers = { "x-cost": "show", "accept-language": "zh" };
    const parts = await all(STARS, { headers });
    const one = await asOne(STARS, headers);
    for (const { extensions } of [parts.at(-1)!, one])
      expect(extensions).toEqual({
        cost: { nodes: 0, weighted: 1, requested: 1, actual: 1, remaining: expect.any(Number) as number },
      });
    expect(parts[1]!.incremental![0]!.errors).toEqual(one.errors);
  });

  it("costs what it would as one: what is deferred is within the limits of a document", async () => {
    const [answer] = await all(`{ ... @defer { some(first: 1000000) { name } } }`);
    expect(answer!.errors![0]!.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", reason: "NODES" });
  });

  it("ends with the client: services are not asked for what is left", async () => {
    const held = shops.hold((body) => body.includes("shop("));
    const leaving = new AbortController();
    const answer = askParts(gateway.url, `{ topics ... @defer { shop(id: "1") { name stars } } }`, {
      signal: leaving.signal,
    });
    expect(await (await answer).next()).toEqual({ data: { topics: ["a"] }, hasNext: true });
    while (held.count() === 0) await asOne("{ topics }");
    lines.length = 0;
    leaving.abort();
    while (!lines.some((line) => line.includes('"REQUEST"'))) await fetch(`${gateway.url}/livez`);
    const before = ratings.requests();
    held.release();
    for (let round = 0; round < 5; round++) await asOne("{ topics }");
    expect(ratings.requests() - before).toBe(5);
  });
});

describe("an answer as one", () => {
  const WHOLE = { data: { shop: { name: "Shop 1", stars: 4 } } };

  it.each([
    ["says nothing", "*/*"],
    ["takes JSON", "application/json"],
    ["takes parts in another format", "multipart/mixed;incrementalDeliverySpec=3283f8a, application/json"],
    ["takes parts of subscriptions", "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json"],
    ["takes parts not at all", "multipart/mixed;q=0, application/json"],
  ])("is for a client that %s", async (_case, accept) => {
    const answer = await askParts(gateway.url, STARS, { headers: { accept } });
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(await answer.rest()).toEqual([WHOLE]);
  });

  it.each([
    ["where the condition says so", `{ shop(id: "1") { name ... @defer(if: false) { stars } } }`, undefined],
    [
      "where a variable says so",
      `query ($later: Boolean!) { shop(id: "1") { name ... @defer(if: $later) { stars } } }`,
      { later: false },
    ],
    [
      "where there is no such object",
      `{ shop(id: "1") { name stars } node { ... on Shop @defer { name } } }`,
      undefined,
    ],
  ])("is %s", async (_case, query, variables) => {
    const [answer, ...more] = await all(query, { ...(variables ? { variables } : {}) });
    expect(answer!.hasNext).toBeUndefined();
    expect([answer!.data, more]).toMatchObject([WHOLE.data, []]);
  });

  it("is refused as one: a document that is not valid, a request that is refused for what it lacks", async () => {
    const answer = await askParts(gateway.url, `{ shop(id: "1") { absent ... @defer { stars } } }`);
    expect([answer.status, (await answer.rest()).length]).toEqual([400, 1]);
    expect(await all(STARS, { headers: { "x-access": "reject" } })).toEqual([WHOLE]);
  });
});

inParts("a variable that decides what comes later", () => {
  const QUERY = `query ($later: Boolean) { shop(id: "1") { name ... @defer(if: $later) { stars } } }`;

  it.each([
    ["true", { later: true }, 2],
    ["not given", {}, 2],
    ["false", { later: false }, 1],
  ])("may be %s", async (_case, variables, count) => {
    const parts = await all(QUERY, { variables });
    expect([parts.length, together(parts).data]).toEqual([count, { shop: { name: "Shop 1", stars: 4 } }]);
  });

  it("is not null", async () => {
    const [answer] = await all(QUERY, { variables: { later: null } });
    expect(answer!.errors![0]!.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

describe("a document is not valid", () => {
  it.each([
    [
      "with one label for two parts",
      `{ shop(id: "1") { ... @defer(label: "a") { stars } ... @defer(label: "a") { name } } }`,
      "twice",
    ],
    [
      "with a label in a variable",
      `query ($label: String) { shop(id: "1") { ... @defer(label: $label) { stars } } }`,
      "no variable",
    ],
    ["with a condition that is none", `{ shop(id: "1") { ... @defer(if: "yes") { stars } } }`, "Boolean"],
    ["with a deferred field", `{ shop(id: "1") { name @defer } }`, "FIELD"],
  ])("%s", async (_case, query, reason) => {
    const { errors, data } = await asOne(query);
    expect(data).toBeUndefined();
    expect(JSON.stringify(errors)).toContain(reason);
    expect(errors![0]!.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("what is closed", () => {
  let closed: DisclosureFixture;
  beforeAll(async () => {
    closed = await startDisclosureFixture();
  });
  afterAll(() => closed.stop());

  const askClosed = async (query: string, headers: Record<string, string> = {}): Promise<PartRead[]> =>
    (await askParts(closed.url, query, { headers })).rest();
  const RECORDS = `{ records { id ... @defer(label: "rest") { title note remark ownerName } } }`;

  it.each(["", "citizen-1", "supervisor-1"])("is neither asked for nor told in a later part: %s", async (viewer) => {
    const headers: Record<string, string> = viewer === "" ? {} : { authorization: `Bearer ${viewer}.test.test` };
    closed.records.reset();
    const parts = await askClosed(RECORDS, headers);
    const inPartsAsked = closed.records.queries().join().replaceAll(/\s/g, "");
    closed.records.reset();
    const [one] = await askClosed(RECORDS, { ...headers, accept: "application/json" });
    expect(closed.records.queries().join().replaceAll(/\s/g, "")).toBe(inPartsAsked);
    expect(together(parts).data).toEqual(one!.data);
    expect(parts.at(-1)!.extensions).toEqual(one!.extensions);
    expect(parts.slice(0, -1).every(({ extensions }) => extensions === undefined)).toBe(true);
  });

  it("is listed beforehand for who asks so, and refuses an answer that lacks something, as one", async () => {
    const headers = { "x-access": "preview" };
    expect(await askClosed(RECORDS, headers)).toEqual([
      (await askClosed(RECORDS, { ...headers, accept: "application/json" }))[0],
    ]);
    const [refused, ...more] = await askClosed(RECORDS, { "x-access": "reject" });
    expect([refused!.errors![0]!.extensions["code"], more]).toEqual(["FORBIDDEN", []]);
  });

  it("a mutation is answered as one, and nothing of its root is deferred", async () => {
    const headers = { authorization: "Bearer officer-1.test.test" };
    const [answer, ...more] = await askClosed(`mutation { approve(id: "1") { ... @defer { title } } }`, headers);
    expect([answer!.data, more]).toEqual([{ approve: { title: "Record 1" } }, []]);
    const [invalid] = await askClosed(`mutation { ... @defer { approve(id: "1") { title } } }`, headers);
    expect(invalid!.errors![0]!.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});
