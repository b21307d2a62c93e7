/** Attacks on the wire between gateway and services: whatever is not exactly what the gateway signed, once and now, is 401 and asks no database. */
import { once } from "node:events";
import { connect } from "node:net";
import { request } from "undici";
import { createGatewayKey, parseGatewayKeys, signContext, type ContextKeys } from "../../platform/auth/index.js";
import { countStatements, createDatabase, type StatementCounter } from "../../platform/database/index.js";
import { NO_CODE_KEYS } from "../../platform/domain/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { startSubgraph, type RunningSubgraph } from "../../platform/subgraph/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";
import { TEST_NOW } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const first = createGatewayKey("k1");
const second = createGatewayKey("k2");
const keysOf = (text: string, subgraph = "reference"): ContextKeys => parseGatewayKeys(text)(subgraph);
let copy: TestDatabase;
let db: ReturnType<typeof createDatabase>;
let service: RunningSubgraph;
let counter: StatementCounter;

const open = (): ReturnType<typeof createDatabase> =>
  createDatabase({
    url: copy.urlOf("reference"),
    applicationName: "wire",
    schema: "reference",
    poolMax: 4,
    ...PATIENT,
  });
const start = (contextKeys: ContextKeys, own = open()): Promise<RunningSubgraph> =>
  startSubgraph(
    SUBGRAPHS.find(({ name }) => name === "reference")!,
    {
      host: "127.0.0.1",
      port: 0,
      db: own,
      contextKeys,
      cursorSecret: "test",
      codeKeys: NO_CODE_KEYS,
      policy: loadPolicy(),
      log: createLogger({ name: "wire", level: "silent" }),
    },
  );

beforeAll(async () => {
  copy = await cloneDatabase();
  db = open();
  counter = countStatements(db);
  service = await start(keysOf(first), db);
});
afterAll(async () => {
  await service.stop();
  await copy.drop();
});

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const BODY = JSON.stringify({ query: '{ division(code: "222401") { name } }' });
const signedFor = ({
  keys = keysOf(first),
  now = Date.now(),
  ...changes
}: { keys?: ContextKeys; now?: number; subgraph?: string } = {}): Sent => {
  const context = {
    subgraph: "reference",
    viewer: VIEWERS["supervisor-1"],
    asOf: TEST_NOW.toISOString(),
    requestId: "wire",
    policyHash: loadPolicy().subgraphs["reference"]!.hash,
    timeoutMs: 10_000,
    language: "en" as const,
    ...changes,
  };
  const parts = { method: "POST", path: "/graphql", body: BODY };
  return { ...parts, headers: signContext({ context, ...parts }, keys, { now }) };
};

/** Status and body, with the number of statements that it cost. */
const send = async (
  { method, path, headers, body }: Sent,
  { url = service.url, counted = counter }: { url?: string; counted?: StatementCounter } = {},
): Promise<{ status: number; text: string; statements: number }> => {
  counted.reset();
  const response = await request(new URL(path, url), { method: method as "POST", headers, body });
  const text = await response.body.text();
  return { status: response.statusCode, text, statements: counted.count() };
};

const expectRefused = async (sent: Sent, where: Parameters<typeof send>[1] = {}): Promise<void> => {
  const { status, text, statements } = await send(sent, where);
  expect([status, JSON.parse(text), statements]).toEqual([
    401,
    { errors: [{ message: "The request is not signed by the gateway.", extensions: { code: "UNAUTHENTICATED" } }] },
    0,
  ]);
};

describe("[E01] a request without a signature", () => {
  it.each([
    "{ __typename }",
    "{ _service { sdl } }",
    "{ _entities(representations: []) { __typename } }",
    "mutation { __typename }",
  ])("%s is refused", (query) =>
    expectRefused({
      method: "POST",
      path: "/graphql",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    }),
  );
});

describe("[E02] a signed request", () => {
  it("is answered", async () => {
    const { status, text, statements } = await send(signedFor());
    expect([status, JSON.parse(text)]).toEqual([200, { data: { division: { name: "延吉市" } } }]);
    expect(statements).toBeGreaterThan(0);
  });

  it.each(Object.keys(signedFor().headers))("is refused with another %s, and without", async (name) => {
    const sent = signedFor();
    await expectRefused({ ...sent, headers: { ...sent.headers, [name]: `${sent.headers[name]!.slice(0, -2)}x1` } });
    const others = Object.fromEntries(Object.entries(signedFor().headers).filter(([each]) => each !== name));
    await expectRefused({ ...sent, headers: others });
  });

  it.each([
    ["another method", { method: "PUT" }],
    ["a query", { path: "/graphql?operationName=x" }],
    ["another body", { body: BODY.replace("222401", "220000") }],
  ])("is refused with %s", (_what, change) => expectRefused({ ...signedFor(), ...change }));

  it("is refused where its viewer is another's, with a digest and an audience that are right", async () => {
    const [own, other] = [signedFor(), signedFor()];
    const viewer = Buffer.from(JSON.stringify({ ...VIEWERS["supervisor-1"], divisionCode: "000000" })).toString(
      "base64url",
    );
    await expectRefused({ ...own, headers: { ...own.headers, "govgraph-viewer": viewer } });
    // Nor do two good signatures make a third.
    for (const name of Object.keys(own.headers).filter((each) => own.headers[each] !== other.headers[each]))
      await expectRefused({ ...own, headers: { ...own.headers, [name]: other.headers[name]! } });
  });
});

describe("[E03] a request that was taken", () => {
  it("is not taken again, nor late, nor early, nor by another service, nor under another's key", async () => {
    const sent = signedFor();
    expect((await send(sent)).status).toBe(200);
    await expectRefused(sent);
    await expectRefused(signedFor({ now: Date.now() - 32_000 }));
    await expectRefused(signedFor({ now: Date.now() + 7_000 }));
    await expectRefused(signedFor({ subgraph: "credit" }));
    await expectRefused(signedFor({ subgraph: "credit", keys: keysOf(first, "credit") }));
    await expectRefused(signedFor({ keys: keysOf(first, "credit") }));
  });

  it("is not taken by the process that comes after the one that took it", async () => {
    const before = signedFor({ now: Date.now() - 1_000 });
    const own = open();
    const restarted = await start(keysOf(first), own);
    const where = { url: restarted.url, counted: countStatements(own) };
    await expectRefused(before, where);
    expect((await send(signedFor(), where)).status).toBe(200);
    await restarted.stop();
  });
});

describe("[E07] headers that are read in two ways", () => {
  const raw = async (lines: readonly string[], body = BODY): Promise<string> => {
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
    let text = "";
    socket.on("data", (part: Buffer) => (text += part.toString()));
    await once(socket, "close");
    return /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? "closed";
  };
  const linesOf = ({ headers }: Sent): string[] => [
    "POST /graphql HTTP/1.1",
    "Host: reference",
    "Connection: close",
    `Content-Length: ${Buffer.byteLength(BODY)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  const twice =
    (name: string, value: (own: string) => string): (() => string[]) =>
    () => {
      const sent = signedFor();
      return [...linesOf(sent), `${name}: ${value(sent.headers[name] ?? "")}`];
    };

  it("are good on one line each", async () => expect(await raw(linesOf(signedFor()))).toBe("200"));

  it.each([
    ["two viewers", twice("govgraph-viewer", () => "e30")],
    ["the same viewer twice", twice("govgraph-viewer", (own) => own)],
    ["two audiences", twice("govgraph-audience", () => "reference")],
    ["two signatures", twice("signature", (own) => own)],
    ["two inputs", twice("signature-input", (own) => own)],
    ["two digests", twice("content-digest", (own) => own)],
    ["two lengths", twice("content-length", () => "3")],
    ["a length and chunks", twice("transfer-encoding", () => "chunked")],
    ["a body in chunks of another coding", twice("transfer-encoding", () => "gzip, chunked")],
    ["a packed body", twice("content-encoding", () => "gzip")],
    ["a folded header", () => [...linesOf(signedFor()), "x-a: b", " c"]],
    ["a name with a blank before its colon", () => [...linesOf(signedFor()), "govgraph-viewer : e30"]],
    ["a bare line feed in a value", () => [...linesOf(signedFor()), "x-a: b\ngovgraph-viewer: e30"]],
    ["a null character", () => [...linesOf(signedFor()), "x-a: b\0"]],
    [
      "a whole address as target",
      () => linesOf(signedFor()).map((line) => line.replace("POST /graphql", "POST http://reference/graphql")),
    ],
    ["a path with a fragment", () => linesOf(signedFor()).map((line) => line.replace("/graphql", "/graphql#x"))],
    ["a path in percent", () => linesOf(signedFor()).map((line) => line.replace("/graphql", "/%67raphql"))],
    ["no host", () => linesOf(signedFor()).filter((line) => !line.startsWith("Host"))],
  ])("are refused: %s", async (_what, lines) => {
    counter.reset();
    expect(["400", "401", "404", "closed"]).toContain(await raw(lines()));
    expect(counter.count()).toBe(0);
  });

  it.each([
    ["an underscore for a hyphen", "govgraph_viewer: e30"],
    ["a role", "x-roles: supervisor"],
    ["a token", "authorization: Bearer a.b.c"],
    ["__proto__", "__proto__: x"],
    ["constructor", "constructor: x"],
    ["what the envelope was", "x-gov-context: forged"],
  ])("change nothing: %s", async (_what, line) => expect(await raw([...linesOf(signedFor()), line])).toBe("200"));
});

describe("[E04] a key that is replaced", () => {
  it("fails none of 5,000 requests, while each of two gateways and of two processes of a service changes in turn", async () => {
    const both = [`${first},${second}`, `${second},${first}`] as const;
    const services = [await start(keysOf(first)), await start(keysOf(first))];
    const gateways: ContextKeys[] = [keysOf(first), keysOf(first)];
    const statuses: Record<number, number> = {};
    const open = new Map<string, number>();
    const replace = async (index: number, text: string): Promise<void> => {
      const old = services[index]!;
      services[index] = await start(keysOf(text));
      while ((open.get(old.url) ?? 0) > 0) await new Promise((resolve) => setImmediate(resolve));
      await old.stop();
    };
    const steps: (() => Promise<void> | void)[] = [
      () => replace(0, both[0]),
      () => replace(1, both[0]),
      () => void (gateways[0] = keysOf(both[1])),
      () => void (gateways[1] = keysOf(both[1])),
      () => replace(0, second),
      () => replace(1, second),
      () => void (gateways[0] = keysOf(second)),
      () => void (gateways[1] = keysOf(second)),
    ];
    let asked = 0;
    const ask = async (): Promise<void> => {
      while (asked < 5_000) {
        const turn = asked++;
        const { headers, body } = signedFor({ keys: gateways[turn % 2]! });
        const { url } = services[(turn >> 1) % 2]!;
        open.set(url, (open.get(url) ?? 0) + 1);
        const response = await request(url, { method: "POST", headers, body });
        await response.body.dump();
        open.set(url, open.get(url)! - 1);
        statuses[response.statusCode] = (statuses[response.statusCode] ?? 0) + 1;
      }
    };
    const change = async (): Promise<void> => {
      for (const [index, step] of steps.entries()) {
        while (asked < (index + 1) * 500) await new Promise((resolve) => setImmediate(resolve));
        await step();
      }
    };
    await Promise.all([...Array.from({ length: 8 }, ask), change()]);
    expect(statuses).toEqual({ 200: 5_000 });
    // The old key is good for nothing now.
    for (const { url } of services) {
      const { headers, body } = signedFor();
      const { statusCode, body: told } = await request(url, { method: "POST", headers, body });
      await told.dump();
      expect(statusCode).toBe(401);
    }
    for (const each of services) await each.stop();
  });
});
