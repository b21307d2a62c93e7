/** Doors of apps beside GraphQL: REST as its description says, through the pipeline that GraphQL has. */
import "reflect-metadata";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { GatewayOptions } from "../../gateway/gateway-options.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { Viewer } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { openDocumentStore, type DocumentStore } from "../../platform/documents/document-store.repository.js";
import { documentIdOf, readManifest } from "../../platform/documents/index.js";
import { runNode } from "../support/commands.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { NO_TOKENS, NOTHING_CLOSED, startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";
import { VIEWERS } from "../support/viewers.js";

const SHOP = `query OneShop($id: ID!) { shop(id: $id) { name } }`;
const SOME = "query Some($first: Int = 2, $full: Boolean!) { some(first: $first) { id name @include(if: $full) } }";
const NODE = "query AnyNode { node { __typename id ... on Shop { name stars } } }";
const BROKEN = `query Broken { shop(id: "1") { broken } }`;
const GONE = "query Gone { shop(id: 1) { colour } }";
const FEED = "subscription Feed { changed }";

let database: TestDatabase;
let store: DocumentStore;
let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
const started: RunningGateway[] = [];

const reader = (clientId: string): Viewer => ({ ...VIEWERS["citizen-1"], clientId });
const start = async (options: Partial<GatewayOptions> = {}): Promise<RunningGateway> => {
  const made = await startFixtureGateway(subgraphs, {
    edition: () => ({ supergraph: fixtureSupergraph(), policy: { ...NOTHING_CLOSED, cached: { shop: 60 } } }),
    verifier: {
      ...NO_TOKENS,
      verify: async (token) => (token === "bad.a.b" ? NO_TOKENS.verify(token) : reader(token.split(".")[0]!)),
    },
    documents: { store: database.ownerUrl, anonymousHeld: false },
    ...options,
  });
  started.push(made);
  return made;
};

const published = (...texts: string[]): ReturnType<typeof readManifest> =>
  readManifest(JSON.stringify(Object.fromEntries(texts.map((text) => [documentIdOf(text), text]))));

beforeAll(async () => {
  [database, ...subgraphs] = await Promise.all([
    cloneDatabase(),
    startFixtureSubgraph("shops"),
    startFixtureSubgraph("ratings"),
  ]);
  store = openDocumentStore(database.ownerUrl);
  await store.publish("portal", "1", published(SHOP, SOME, NODE, BROKEN, GONE, FEED, "{ topics }"));
  await store.publish("shut", "1", published(SHOP));
  await store.publish("board", "1", published(SHOP.replace("name", "id name")));
  await store.require("board", true);
  await store.openDoors("portal", ["rest", "mcp"]);
  gateway = await start();
});
afterAll(async () => {
  for (const each of started) await each.stop();
  for (const subgraph of subgraphs) await subgraph.stop();
  await store.close();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
  readonly code: unknown;
  readonly reason: unknown;
}

const ask = async (path: string, init: RequestInit = {}, at = gateway): Promise<Answer> => {
  const response = await fetch(`${at.url}/rest/${path}`, init);
  const text = await response.text();
  const body = (text === "" ? {} : JSON.parse(text)) as {
    data?: unknown;
    errors?: { extensions: { code: string; reason?: string } }[];
  };
  const { code, reason } = body.errors?.[0]?.extensions ?? {};
  return { status: response.status, headers: response.headers, data: body.data, code, reason };
};
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

describe("an operation at REST", () => {
  it("takes its variables from the address, or from the body of a POST", async () => {
    expect((await ask("portal/OneShop?id=1")).data).toEqual({ shop: { name: "Shop 1" } });
    expect((await post("portal/OneShop", { id: "7" })).data).toEqual({ shop: { name: "Shop 7" } });
    expect((await ask("portal/Some?full=true&first=1")).data).toEqual({ some: [{ id: "1", name: "Shop 1" }] });
    expect((await ask("portal/Some?full=false")).data).toEqual({ some: [{ id: "1" }] });
  });

  it("is kept by anybody as the document is", async () => {
    const { headers } = await ask("portal/OneShop?id=1");
    expect(headers.get("cache-control")).toBe("public, max-age=60");
    const again = await ask("portal/OneShop?id=1", { headers: { "if-none-match": headers.get("etag")! } });
    expect(again.status).toBe(304);
    const own = await ask("portal/OneShop?id=1", { headers: { authorization: "Bearer portal.a.b" } });
    expect([own.status, own.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect((await ask("portal/Some?full=true")).headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["portal/OneShop", 400, "BAD_USER_INPUT", undefined],
    ["portal/OneShop?id=1&id=2", 400, "BAD_USER_INPUT", "PARAMETERS"],
    ["portal/OneShop?id=1&__proto__=2", 400, "BAD_USER_INPUT", "PARAMETERS"],
    ["portal/OneShop?id=1&query={topics}", 400, "BAD_USER_INPUT", "PARAMETERS"],
    ["portal/Some?full=yes", 400, "BAD_USER_INPUT", undefined],
    ["portal/Some?full=true&first=1.5", 400, "BAD_USER_INPUT", undefined],
    ["portal/Gone", 400, "BAD_USER_INPUT", "DOCUMENT_OUTDATED"],
    ["portal/Nothing", 404, "NOT_FOUND", undefined],
    ["portal/constructor", 404, "NOT_FOUND", undefined],
    ["portal/Broken", 200, "INTERNAL_SERVER_ERROR", undefined],
    ["shut/OneShop?id=1", 404, "NOT_FOUND", undefined],
    ["nobody/OneShop?id=1", 404, "NOT_FOUND", undefined],
    ["..%2fportal/OneShop?id=1", 404, "NOT_FOUND", undefined],
    ["shut/openapi.json", 404, "NOT_FOUND", undefined],
  ])("%s is %d %s %s", async (path, status, code, reason) => {
    const answer = await ask(path);
    expect([answer.status, answer.code, answer.reason]).toEqual([status, code, reason]);
  });

  it("has the status of its error where nothing came", async () => {
    const [shops] = subgraphs;
    shops!.fail((response) => void response.writeHead(500).end());
    try {
      const { status, code } = await ask("portal/Some?full=true&first=1");
      expect([status, code]).toEqual([502, "UPSTREAM_UNAVAILABLE"]);
    } finally {
      shops!.fail(undefined);
    }
    expect((await ask("portal/OneShop?id=1", { headers: { authorization: "Bearer bad.a.b" } })).status).toBe(401);
  });

  it("is asked by GET and POST of JSON, and of an app that is held by its own documents alone", async () => {
    expect((await ask("portal/OneShop?id=1", { method: "PUT" })).status).toBe(405);
    expect((await ask("portal/OneShop", { method: "POST", body: "id=1" })).status).toBe(415);
    expect((await post("portal/OneShop?id=1", {})).reason).toBe("PARAMETERS");
    expect((await post("portal/OneShop", { id: "1", other: 1 })).reason).toBe("PARAMETERS");
    expect((await post("portal/OneShop", [1])).reason).toBe("PARAMETERS");
    const board = await ask("portal/OneShop?id=1", { headers: { authorization: "Bearer board.a.b" } });
    expect([board.status, board.reason]).toEqual([400, "OPERATION_NOT_REGISTERED"]);
  });

  it("is charged as GraphQL is, and guesses are before the store is asked", async () => {
    const strict = await start({ rate: { quotas: { anonymous: 1_600, signedIn: 1_600 } } });
    expect((await ask("portal/OneShop?id=1", {}, strict)).headers.get("cache-control")).toBe("public, max-age=60");
    expect((await ask("one/OneShop", {}, strict)).code).toBe("NOT_FOUND");
    for (const app of ["two", "three"]) expect((await ask(`${app}/OneShop`, {}, strict)).code).toBe("RATE_LIMITED");
  });
});

describe("the description", () => {
  it("is valid OpenAPI 3.1 that says what an answer holds", async () => {
    const response = await fetch(`${gateway.url}/rest/portal/openapi.json`);
    const text = await response.text();
    const validator = new Validator();
    expect(await validator.validate(JSON.parse(text) as Record<string, unknown>)).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
    const { paths } = JSON.parse(text) as { paths: Record<string, { get: Record<string, unknown> }> };
    expect(Object.keys(paths)).toEqual(["/AnyNode", "/Broken", "/OneShop", "/Some"]);
    expect(paths["/Some"]!.get["parameters"]).toEqual([
      { name: "first", in: "query", required: false, schema: { type: "integer", format: "int32", default: 2 } },
      {
        ...{ name: "full", in: "query", required: true, description: "Included when true." },
        schema: { type: "boolean" },
      },
    ]);
    // Whoever a cache answers is told nothing of what another has left.
    expect([response.headers.get("ratelimit"), response.headers.get("ratelimit-policy")]).toEqual([null, null]);
    const etag = response.headers.get("etag")!;
    const again = await fetch(`${gateway.url}/rest/portal/openapi.json`, { headers: { "if-none-match": etag } });
    expect([again.status, response.headers.get("cache-control")]).toEqual([304, "public, max-age=60"]);
  });
});

describe("a client that openapi-typescript makes of the description", () => {
  const CLIENT = `
    import createClient from "openapi-fetch";
    import type { paths } from "./described.js";
    const client = createClient<paths>({ baseUrl: process.argv[2]! });
    const { data, error, response } = await client.GET("/OneShop", { params: { query: { id: "1" } } });
    const name: string | null | undefined = data?.data.shop?.name;
    const refused = await client.POST("/Some", { body: { first: -1, full: false, other: 1 } as never });
    const code: string | undefined = refused.error?.errors[0]?.extensions?.code;
    // @ts-expect-error: the variable is not to be left out
    await client.GET("/OneShop", { params: { query: {} } });
    console.log(JSON.stringify([name, error === undefined, response.status, code, refused.response.status]));
  `;

  it("compiles, calls and is answered", async () => {
    const folder = mkdtempSync(projectPath("node_modules/.doors-"));
    const node = promisify(execFile);
    const packages = (name: string): string => projectPath(`node_modules/${name}`);
    try {
      const described = join(folder, "described.ts");
      await node(process.execPath, [
        ...[packages("openapi-typescript/bin/cli.js"), `${gateway.url}/rest/portal/openapi.json`, "-o", described],
      ]);
      writeFileSync(join(folder, "client.ts"), CLIENT);
      writeFileSync(join(folder, "package.json"), `{"type":"module"}`);
      await node(process.execPath, [
        ...[packages("typescript/bin/tsc"), join(folder, "client.ts"), "--strict", "--skipLibCheck"],
        ...["--target", "es2022", "--module", "nodenext", "--types", "node"],
      ]);
      const { stdout } = await node(process.execPath, [join(folder, "client.js"), `${gateway.url}/rest/portal`]);
      expect(JSON.parse(stdout)).toEqual(["Shop 1", true, 200, "BAD_USER_INPUT", 400]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});

describe("npm run documents -- doors", () => {
  const run = async (...args: string[]): Promise<readonly [code: number | null, output: string]> => {
    const ran = runNode(["dist/commands/documents.js", "doors", ...args], {
      GATEWAY_DOCUMENTS_STORE: database.ownerUrl,
    });
    return [await ran.ended, ran.output()];
  };

  it("opens and shuts them", async () => {
    expect(await run("shut", "rest")).toEqual([0, "shut: rest open.\n"]);
    expect((await store.doorsOf("shut"))!.operations.map(({ operation }) => operation)).toEqual(["OneShop"]);
    expect(await run("shut")).toEqual([0, "shut has no open door.\n"]);
    expect((await run("nobody", "rest"))[1]).toContain("nobody has published no documents.");
    expect((await run("shut", "soap"))[0]).toBe(1);
  });

  it("keeps out what does not fit, when they are opened and when more is published", async () => {
    await store.publish("wide", "1", published("query A { topics }", "query A { shops { id } }"));
    await expect(store.openDoors("wide", ["mcp"])).rejects.toThrow(
      /^Two documents of one version of wide are called A/,
    );
    expect((await store.doorsOf("wide"))!.doors).toEqual([]);
    await store.publish("many", "1", published("query A { topics }"));
    await store.openDoors("many", ["rest"]);
    const more = Array.from({ length: 100 }, (_, at) => `query Q${at} { topics }`);
    await expect(store.publish("many", "2", published(...more))).rejects.toThrow(/^many has 101 operations of/);
    await store.publish("many", "3", published("query A { shops { id } }"));
    expect((await store.doorsOf("many"))!.operations.map(({ text }) => text)).toEqual(["query A { shops { id } }"]);
  });
});
