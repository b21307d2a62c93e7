/** What a partner gets of a request and what of its answer is passed on: the least of the viewer, and none of its words. */
import { generateKeyPairSync } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { GatewayContext } from "../../../gateway/context.js";
import { NO_COST } from "../../../gateway/document/cost.js";
import { createPartnerGuard } from "../../../gateway/disclosure/partner-guard.js";
import type { SubgraphPolicy } from "../../../gateway/disclosure/policy-in-force.js";
import { readSupergraphTypes } from "../../../gateway/disclosure/supergraph-types.js";
import { createHttpSubgraph, type HttpSubgraph } from "../../../gateway/upstream/http-subgraph.js";
import { createSubgraphOperation, type SubgraphAnswer } from "../../../gateway/upstream/subgraph.js";
import {
  ANONYMOUS,
  createContextVerifier,
  createGatewayKey,
  createPartnerKey,
  createPseudonyms,
  parseGatewayKeys,
  parsePartnerKeys,
  publicKeys,
  type Viewer,
} from "../../../platform/auth/index.js";
import { createDecider } from "../../../platform/disclosure/decision/index.js";
import type { PolicyTable } from "../../../platform/disclosure/table/index.js";
import { createLogger, createMetrics } from "../../../platform/telemetry/index.js";
import {
  FAULTS,
  fixtureSupergraph,
  startFixtureSubgraph,
  type FixtureSubgraph,
} from "../../support/fixture-subgraphs.js";
import { VIEWERS } from "../../support/viewers.js";

const keys = parsePartnerKeys(createPartnerKey("p1"));
const lines: Record<string, unknown>[] = [];
const metrics = createMetrics("test");
const log = createLogger({
  name: "gateway",
  level: "info",
  destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
});
const table = {
  fields: [
    {
      subgraph: "shops",
      type: "Shop",
      field: "name",
      tier: ["MASKED", "OWNER", "AGENCY", "SUPERVISOR"],
      mask: "NAME",
      reason: "PERSONAL_PRIVACY",
      basis: "x",
    },
  ],
  records: { shops: { Shop: { subject: "id", division: "id" } } },
} as unknown as PolicyTable;
const guard = createPartnerGuard(
  "shops",
  table,
  createDecider(table),
  readSupergraphTypes(fixtureSupergraph())("shops"),
);
/** A partner that says it enforces: said is not named. */
const POLICY: SubgraphPolicy = { hash: "hash", enforces: true, guard };

let shops: FixtureSubgraph;
let partner: HttpSubgraph;
const options = { keys, metrics, log, pseudonymOf: createPseudonyms("secret", "shops") };
beforeAll(async () => {
  shops = await startFixtureSubgraph("shops");
  partner = createHttpSubgraph("shops", shops.url, options);
});
afterEach(() => {
  shops.fail(undefined);
  lines.length = 0;
});
afterAll(async () => {
  await partner.close();
  await shops.stop();
});

const contextOf = (viewer: Viewer): GatewayContext => ({
  viewer,
  asOf: new Date("2026-09-28T04:00:00Z"),
  today: "2026-09-28",
  requestId: "request-1",
  traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-00`,
  client: "address 127.0.0.1",
  app: "other",
  gone: new AbortController().signal,
  deadlineAt: Date.now() + 10_000,
  language: "zh",
  access: "enforce",
  cost: NO_COST,
  showsCost: false,
  subgraphRequests: 0,
  sharedSubgraphRequests: 0,
});

const CLOSED = `{ shop(id: "1") { name } }`;
const OPEN = `{ shop(id: "1") { id } }`;
const ask = (query: string, viewer: Viewer = ANONYMOUS, to: HttpSubgraph = partner): Promise<SubgraphAnswer> =>
  to.ask({ operation: createSubgraphOperation(query), variables: "{}", context: contextOf(viewer) }, POLICY);
const told = ({ headers }: { headers: IncomingHttpHeaders } = shops.last()!): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(headers["govgraph-viewer"]), "base64url").toString("utf8")) as Record<string, unknown>;

describe("[E06] a partner", () => {
  it("gets requests that the gateway alone can sign", async () => {
    await ask(OPEN);
    const { headers, body } = shops.last()!;
    const request = { method: "POST", path: "/graphql", headers, body };
    const verifierOf = (own: ReturnType<typeof publicKeys>): ReturnType<typeof createContextVerifier> =>
      createContextVerifier({ subgraph: "shops", keys: own, since: 0 });
    expect(verifierOf(publicKeys(keys)).verify(request)).toMatchObject({ requestId: "request-1", language: "zh" });
    const { publicKey } = generateKeyPairSync("ed25519");
    expect(() => verifierOf(new Map([["p1", publicKey]])).verify(request)).toThrow("not signed by the gateway");
  });

  it("is told nothing of a viewer where all that it is asked is public", async () => {
    for (const viewer of Object.values(VIEWERS)) {
      await ask(OPEN, viewer);
      expect(told()).toEqual({});
    }
  });

  it.each([
    ["citizen-1", ["OWNER"]],
    ["supervisor-1", ["SUPERVISOR"]],
    ["anonymous", undefined],
    // No row says which agency keeps it.
    ["officer-1", undefined],
  ] as const)(
    "is told of %s, asking for what is closed, the audiences %j and a name of its own",
    async (name, tiers) => {
      await ask(CLOSED, VIEWERS[name]);
      const pseudonym = expect.stringMatching(/^[\w-]{43}$/);
      expect(told()).toEqual(tiers === undefined ? {} : { tiers, pseudonym });
      const sent = JSON.stringify([told(), shops.last()]);
      const { username, subjectHash, divisionCode } = VIEWERS[name] as Viewer;
      for (const claim of [username, subjectHash, divisionCode]) if (claim) expect(sent).not.toContain(claim);
    },
  );

  it("knows one viewer by one name, which is another at the next partner", async () => {
    const next = createHttpSubgraph("shops", shops.url, {
      ...options,
      pseudonymOf: createPseudonyms("secret", "ratings"),
    });
    const names: unknown[] = [];
    for (const to of [partner, partner, next]) {
      await ask(CLOSED, VIEWERS["citizen-1"], to);
      names.push(told()["pseudonym"]);
    }
    expect(names[0]).toBe(names[1]);
    expect(names[0]).not.toBe(names[2]);
    await next.close();
  });

  it("is guarded here, whatever it says that it enforces and reports", async () => {
    shops.extend({ disclosure: { withheld: [], masked: [] } });
    const { data, disclosure } = await ask(CLOSED, VIEWERS["officer-2"]);
    shops.extend(undefined);
    expect(data).toEqual({ shop: { name: "S*****" } });
    expect(disclosure?.masked).toHaveLength(1);
  });

  const ID = "110101199003070396";
  it.each([
    [
      "a code of the table",
      { code: "NOT_FOUND", service: "tax", reason: `${ID}` },
      "NOT_FOUND",
      "There is no such record.",
    ],
    [
      "a code of ours for its own trouble",
      { code: "INTERNAL_SERVER_ERROR", errorId: ID },
      "UPSTREAM_UNAVAILABLE",
      "A service is not available at the moment.",
    ],
    [
      "a code that asks to sign in",
      { code: "UNAUTHENTICATED" },
      "UPSTREAM_UNAVAILABLE",
      "A service is not available at the moment.",
    ],
    ["a code of nobody", { code: ID }, "UPSTREAM_UNAVAILABLE", "A service is not available at the moment."],
    ["no extensions", undefined, "UPSTREAM_UNAVAILABLE", "A service is not available at the moment."],
  ])("has an error with %s told in our words", async (_what, extensions, code, message) => {
    const error = {
      message: `no person ${ID}`,
      path: ["shop", "id"],
      locations: [{ line: 1, column: 1 }],
      extensions,
    };
    shops.fail((response) => void response.end(JSON.stringify({ data: { shop: null }, errors: [error] })));
    const { errors } = await ask(OPEN);
    expect(errors).toEqual([{ message, path: ["shop", "id"], extensions: { code } }]);
  });

  it.each([
    [
      ["shop", 1, "id"],
      ["shop", 1, "id"],
    ],
    [["shop", Number("110101199003070396"), "id"], ["shop"]],
    [["shop", -1], ["shop"]],
    // What it was not asked for is another's.
    [["shops", 1, "name"], []],
    [["shop", "stars"], ["shop"]],
    [
      ["shop", 0, 0, 0, 0, 0, 0],
      ["shop", 0, 0, 0, 0],
    ],
    [["no person 110101", "name"], []],
    [[{ id: "1" }], []],
    [null, undefined],
  ])("has of the path %j told %j", async (path, place) => {
    shops.fail((response) => void response.end(JSON.stringify({ data: null, errors: [{ message: "x", path }] })));
    const { errors } = await ask(OPEN);
    expect(errors?.[0]?.path).toEqual(place);
  });
});

describe("an answer of GraphQL", () => {
  it.each([200, 400, 422, 500, 503])("is taken at its word with status %d", async (status) => {
    const body = JSON.stringify({ data: { shop: null }, errors: [{ message: "x", path: ["shop"] }] });
    shops.fail((response) => void response.writeHead(status, { "content-type": "application/json" }).end(body));
    expect((await ask(OPEN)).data).toEqual({ shop: null });
    expect(lines).toEqual([]);
  });
});

describe("a failed call", () => {
  const answering =
    (status: number, body: string, headers: Record<string, string> = {}): (typeof FAULTS)["html"] =>
    (response) =>
      void response.writeHead(status, headers).end(body);
  const unknown = JSON.stringify({
    errors: [{ message: "Cannot query SECRET", extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
  });
  const unsigned = JSON.stringify({ errors: [{ message: "SECRET", extensions: { code: "UNAUTHENTICATED" } }] });

  it.each([
    ["connection", FAULTS.reset],
    ["signature", answering(401, unsigned)],
    ["redirect", answering(307, "", { location: "http://127.0.0.1:1/SECRET" })],
    ["status", answering(500, "SECRET")],
    ["status", answering(404, `{"errors":[]}`)],
    ["not-json", FAULTS.html],
    ["not-graphql", FAULTS.emptyAnswer],
    ["too-large", FAULTS.tooLarge],
    ["rejected", answering(400, unknown)],
    ["rejected", answering(422, unknown.replace(/}$/, ',"data":null}'))],
    ["timeout", FAULTS.hang],
  ] as const)("is one line and one count with its cause: %s", async (cause, fault) => {
    const own = createMetrics("test");
    const hasty = createHttpSubgraph("shops", shops.url, {
      ...options,
      metrics: own,
      callDeadlineMs: cause === "timeout" ? 50 : 60_000,
    });
    shops.fail(fault);
    const code = cause === "timeout" ? "UPSTREAM_TIMEOUT" : "UPSTREAM_UNAVAILABLE";
    const thrown = await ask(OPEN, ANONYMOUS, hasty).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ extensions: { code, service: "shops" } });
    expect(lines).toEqual([expect.objectContaining({ code, service: "shops", requestId: "request-1", cause })]);
    expect(JSON.stringify([thrown, lines])).not.toContain("SECRET");
    const { values } = await own.subgraphRequests.get();
    expect(values.map(({ labels, value }) => [labels.outcome, labels.cause, value])).toEqual([[code, cause, 1]]);
    await hasty.close();
  });
});

describe("an address with a query", () => {
  it("is asked with it, and the query is signed", async () => {
    const own = parseGatewayKeys(createGatewayKey("test"))("shops");
    const way = createHttpSubgraph("shops", `${shops.url}?lang=zh&tenant=1`, { ...options, keys: own });
    const paths: string[] = [];
    shops.fail((response, { url }) => {
      paths.push(url);
      response.end(`{"data":{}}`);
    });
    await ask(OPEN, ANONYMOUS, way);
    const { headers, body } = shops.last()!;
    expect(paths).toEqual(["/graphql?lang=zh&tenant=1"]);
    const verify = (path: string): unknown =>
      createContextVerifier({ subgraph: "shops", keys: own, since: 0 }).verify({ method: "POST", path, headers, body });
    expect(verify("/graphql?lang=zh&tenant=1")).toMatchObject({ requestId: "request-1" });
    expect(() => verify("/graphql")).toThrow("not signed by the gateway");
    await way.close();
  });
});
