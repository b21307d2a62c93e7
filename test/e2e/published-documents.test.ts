/** Documents that apps publish: asked by name, held to, kept by caches where nobody's token came with them, and the command that publishes them. */
import "reflect-metadata";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Viewer } from "../../platform/auth/index.js";
import type { RunningGateway } from "../../gateway/gateway.js";
import type { GatewayOptions } from "../../gateway/gateway-options.js";
import { createDatabase } from "../../platform/database/index.js";
import { openDocumentStore, type DocumentStore } from "../../platform/documents/document-store.repository.js";
import { documentIdOf, readManifest } from "../../platform/documents/index.js";
import { runNode } from "../support/commands.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { NO_TOKENS, NOTHING_CLOSED, startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";
import { VIEWERS } from "../support/viewers.js";

const SHOP = `query OneShop($id: ID!) { shop(id: $id) { name } }`;
const TOPICS = "query Topics { topics }";
const BOTH = `query Both { topics shop(id: "1") { name } }`;
const WIDE = `query Wide { ${Array.from({ length: 18 }, (_, at) => `s${at}: shop(id: "${at}") { name }`).join(" ")} }`;
const NOTED = `query Noted { shop(id: "1") { next { note } } }`;
const NOTED_IF = `query NotedIf($asked: Boolean!) { shop(id: "1") { name next @include(if: $asked) { note } } }`;
const BOTH_IF = `query BothIf($asked: Boolean!) { shop(id: "1") { name } topics @include(if: $asked) }`;
const OTHER = "query Other { shops { id } }";
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
/** As a manifest of Relay's compiler has them. */
const manifest = (...texts: string[]): string =>
  JSON.stringify(Object.fromEntries(texts.map((text) => [md5(text), text])));

let database: TestDatabase;
let store: DocumentStore;
let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
const started: RunningGateway[] = [];

const reader = (clientId: string): Viewer => ({ ...VIEWERS["citizen-1"], clientId });
const start = async (options: Partial<GatewayOptions> = {}): Promise<RunningGateway> => {
  const made = await startFixtureGateway(subgraphs, {
    edition: () => ({
      supergraph: fixtureSupergraph(),
      policy: { ...NOTHING_CLOSED, cached: { shop: 60, shops: 200, "Shop.note": 0 } },
    }),
    verifier: { ...NO_TOKENS, verify: async (token) => reader(token.split(".")[0]!) },
    documents: { store: database.ownerUrl, anonymousHeld: false },
    ...options,
  });
  started.push(made);
  return made;
};

beforeAll(async () => {
  [database, ...subgraphs] = await Promise.all([
    cloneDatabase(),
    startFixtureSubgraph("shops"),
    startFixtureSubgraph("ratings"),
  ]);
  store = openDocumentStore(database.ownerUrl);
  await store.publish("portal", "1", readManifest(manifest(SHOP, TOPICS, BOTH, WIDE, NOTED, NOTED_IF, BOTH_IF)));
  await store.publish("board", "1", readManifest(manifest(OTHER)));
  await store.publish("board", "0", readManifest(manifest("query Old { shops { name } }")));
  await store.retire("board", "0");
  await store.require("board", true);
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
  readonly body?: { data?: unknown; errors?: { message: string; extensions: Record<string, unknown> }[] };
  readonly code?: unknown;
  readonly reason?: unknown;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const body = text === "" ? undefined : (JSON.parse(text) as NonNullable<Answer["body"]>);
  const { code, reason } = body?.errors?.[0]?.extensions ?? {};
  return { status: response.status, headers: response.headers, ...(body ? { body } : {}), code, reason };
};
const get = async (
  asked: Record<string, string>,
  { headers = {}, at = gateway }: { headers?: Record<string, string>; at?: RunningGateway } = {},
): Promise<Answer> => answerOf(await fetch(`${at.url}/graphql?${new URLSearchParams(asked)}`, { headers }));
const post = async (asked: object, app?: string, at = gateway): Promise<Answer> =>
  answerOf(
    await fetch(`${at.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(app ? { authorization: `Bearer ${app}.a.b` } : {}) },
      body: JSON.stringify(asked),
    }),
  );

const SHOP_1 = { documentId: documentIdOf(SHOP), variables: '{"id":"1"}' };

describe("a document by its name", () => {
  it("is answered as its text is, with prefix, without, and by the name that the app's tools gave it", async () => {
    for (const documentId of [documentIdOf(SHOP), sha256(SHOP), md5(SHOP)])
      expect((await get({ ...SHOP_1, documentId })).body).toEqual({ data: { shop: { name: "Shop 1" } } });
    expect((await post({ documentId: md5(TOPICS) }, "portal")).body).toEqual({ data: { topics: ["a"] } });
    expect((await post({ documentId: md5(TOPICS) }, "elsewhere")).reason).toBe("DOCUMENT_UNKNOWN");
  });

  it.each(["sha256:" + "0".repeat(64), documentIdOf("query Old { shops { name } }"), "../../etc", "x".repeat(200), ""])(
    "%s is none that is published",
    async (documentId) => {
      const { status, code, reason } = await post({ documentId });
      expect([status, code, reason]).toEqual([400, "BAD_USER_INPUT", "DOCUMENT_UNKNOWN"]);
    },
  );

  it("comes without a text, and is a query where it is a GET", async () => {
    expect((await post({ documentId: documentIdOf(SHOP), query: TOPICS })).reason).toBe("PARAMETERS");
    expect((await get({ documentId: documentIdOf(SHOP), query: TOPICS })).reason).toBe("PREFLIGHT");
    expect((await get({ query: TOPICS })).reason).toBe("PREFLIGHT");
  });

  it("costs who guesses it what a minute gives, before the store is asked, and is known on", async () => {
    const strict = await start({ rate: { quotas: { anonymous: 1_600, signedIn: 1_600 } } });
    // What is left after three look-ups is a hundred, and what refills while the test runs is no fourth.
    expect((await get(SHOP_1, { at: strict })).status).toBe(200);
    const guess = (at: number): Promise<Answer> => get({ documentId: sha256(String(at)) }, { at: strict });
    expect([(await guess(1)).reason, (await guess(2)).reason]).toEqual(["DOCUMENT_UNKNOWN", "DOCUMENT_UNKNOWN"]);
    for (const at of [3, 4]) expect((await guess(at)).code).toBe("RATE_LIMITED");
    expect((await get(SHOP_1, { at: strict })).status).toBe(200);
  });

  it("that its app's tools give is one text's while a version with it is in use", async () => {
    const named = (text: string): ReturnType<typeof readManifest> => readManifest(JSON.stringify({ Named: text }));
    await store.publish("lane", "1", named(SHOP));
    await store.publish("lane", "2", named(SHOP));
    await expect(store.publish("lane", "3", named(TOPICS))).rejects.toThrow(
      /^Named names another text in version [12],/,
    );
    expect((await post({ documentId: "Named", variables: { id: "1" } }, "lane")).body).toEqual({
      data: { shop: { name: "Shop 1" } },
    });
    for (const version of ["1", "2"]) await store.retire("lane", version);
    await store.publish("lane", "3", named(TOPICS));
    expect((await store.find("Named")).map(({ text }) => text)).toEqual([TOPICS]);
  });

  it("is in use as long as no later version has all of it that is asked", async () => {
    const named = (...texts: string[]): ReturnType<typeof readManifest> => readManifest(manifest(...texts));
    await store.publish("pier", "1", named(SHOP, TOPICS));
    await store.publish("pier", "2", named(SHOP, OTHER));
    await store.publish("pier", "3", named(SHOP, TOPICS));
    await store.publish("pier", "4", named(SHOP));
    await store.retire("pier", "4");
    const db = createDatabase({ url: database.ownerUrl, applicationName: "test", schema: "public", poolMax: 1 });
    try {
      await db.raw("update document_versions set published_at = published_at - interval '60 days' where app = 'pier'");
      await db.raw("update app_documents set used_on = (now() at time zone 'Asia/Shanghai')::date where app = 'pier'");
      expect(await store.retireUnused("pier", 30)).toEqual(["1"]);
      await db.raw("update app_documents set used_on = null where app = 'pier'");
      // The latest in use stays, asked or not.
      expect(await store.retireUnused("pier", 30)).toEqual(["2"]);
    } finally {
      await db.destroy();
    }
  });

  it("has limits of its own, which its text has from nobody else", async () => {
    const { body } = await post({ documentId: documentIdOf(WIDE) });
    expect(Object.keys(body!.data as object)).toHaveLength(18);
    expect((await post({ query: WIDE })).reason).toBe("ALIASES");
  });
});

describe("an answer that anybody may keep", () => {
  it("says for how long and what it is, and is not sent to who has it", async () => {
    const { headers, status } = await get(SHOP_1);
    expect([status, headers.get("cache-control")]).toEqual([200, "public, max-age=60"]);
    expect(headers.get("vary")!.toLowerCase().split(/, */)).toEqual(
      expect.arrayContaining(["accept", "accept-language", "authorization", "x-access", "x-cost"]),
    );
    // Who is answered by a cache has a quota of their own.
    expect([headers.get("ratelimit"), headers.get("ratelimit-policy")]).toEqual([null, null]);
    const etag = headers.get("etag")!;
    const again = await get(SHOP_1, { headers: { "if-none-match": `"x", ${etag}` } });
    expect([again.status, again.body, again.headers.get("etag")]).toEqual([304, undefined, etag]);
    expect(again.headers.get("ratelimit")).toBeNull();
    expect((await get(SHOP_1, { headers: { "if-none-match": `W/"x"` } })).status).toBe(200);
  });

  it.each([
    ["a token", get, SHOP_1, { authorization: "Bearer portal.a.b" }],
    ["a root field that does not say so", get, { documentId: documentIdOf(BOTH) }, {}],
    ["a field below that says that none is kept", get, { documentId: documentIdOf(NOTED) }, {}],
    ["such a root field on a condition", get, { documentId: documentIdOf(BOTH_IF), variables: '{"asked":true}' }, {}],
    ["such a field below on a condition", get, { documentId: documentIdOf(NOTED_IF), variables: '{"asked":true}' }, {}],
    ["errors", get, { documentId: documentIdOf(SHOP), variables: "{}" }, {}],
    ["a preview", get, SHOP_1, { "x-access": "preview" }],
    ["the cost", get, SHOP_1, { "x-cost": "show" }],
    ["a text", get, { query: "{ shops { id } }" }, { "apollo-require-preflight": "1" }],
  ])("is none with %s", async (_what, ask, asked, headers) => {
    expect((await ask(asked as Record<string, string>, { headers })).headers.get("cache-control")).toBe("no-store");
  });

  it("is none of a POST, and outlives no day", async () => {
    expect((await post({ documentId: SHOP_1.documentId, variables: { id: "1" } })).headers.get("cache-control")).toBe(
      "no-store",
    );
    const late = await start({ clock: () => new Date("2026-09-28T15:59:30.500Z") });
    const kept = await get(SHOP_1, { at: late });
    expect(kept.body).toEqual({ data: { shop: { name: "Shop 1" } } });
    expect(kept.headers.get("cache-control")).toBe("public, max-age=30");
  });
});

describe("[A18] an app that is held to its documents", () => {
  it("asks them by name, and by their text letter by letter", async () => {
    const shops = { data: { shops: [{ id: "1" }, { id: "2" }, { id: "3" }] } };
    expect((await post({ documentId: documentIdOf(OTHER) }, "board")).body).toEqual(shops);
    expect((await post({ query: OTHER }, "board")).body).toEqual(shops);
  });

  it.each<[string, object]>([
    ["other white space", { query: OTHER.replace(" {", "  {") }],
    ["any other text", { query: "{ topics }" }],
    ["another app's document", { documentId: documentIdOf(TOPICS) }],
    ["another app's text", { query: TOPICS }],
    [
      "a hash of its own",
      { query: "{ topics }", extensions: { persistedQuery: { version: 1, sha256Hash: sha256("{ topics }") } } },
    ],
    ["a hash alone", { extensions: { persistedQuery: { version: 1, sha256Hash: sha256("{ topics }") } } }],
  ])("is refused %s", async (_what, asked) => {
    const { status, reason } = await post(asked, "board");
    expect([status, reason]).toEqual([400, "OPERATION_NOT_REGISTERED"]);
  });

  it("is nobody else", async () => {
    expect((await post({ query: "{ topics }" }, "portal")).body).toEqual({ data: { topics: ["a"] } });
    const only = await start({ documents: { store: database.ownerUrl, anonymousHeld: true } });
    expect((await post({ query: "{ topics }" }, undefined, only)).reason).toBe("OPERATION_NOT_REGISTERED");
    expect((await get(SHOP_1, { at: only })).body).toEqual({ data: { shop: { name: "Shop 1" } } });
    expect((await post({ query: TOPICS }, undefined, only)).body).toEqual({ data: { topics: ["a"] } });
    expect((await post({ query: "{ topics }" }, "portal", only)).body).toEqual({ data: { topics: ["a"] } });
  });

  it("is let by with nothing while nobody can say who is held, and others without a token go on", async () => {
    const away = await start({ documents: { store: "postgresql://x@127.0.0.1:1/x", anonymousHeld: false } });
    expect((await post({ query: "{ topics }" }, "portal", away)).code).toBe("SERVICE_UNAVAILABLE");
    expect((await post({ documentId: documentIdOf(SHOP) }, undefined, away)).code).toBe("SERVICE_UNAVAILABLE");
    expect((await post({ query: "{ topics }" }, undefined, away)).body).toEqual({ data: { topics: ["a"] } });
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256("{ topics }") } };
    for (const query of ["{ topics }", ""])
      expect((await post({ query, extensions }, undefined, away)).body).toEqual({ data: { topics: ["a"] } });
    expect((await post({ query: "{ topics }", extensions }, "portal", away)).code).toBe("SERVICE_UNAVAILABLE");
  });
});

describe("a document by its hash, as clients send it by themselves", () => {
  const query = "query Auto { shops { name } }";
  const persistedQuery = { version: 1, sha256Hash: sha256(query) };

  it("is asked for once, and known from then on", async () => {
    const first = await post({ extensions: { persistedQuery } });
    expect([first.status, first.code, first.body!.errors![0]!.message]).toEqual([
      200,
      "PERSISTED_QUERY_NOT_FOUND",
      "PersistedQueryNotFound",
    ]);
    const data = { shops: [1, 2, 3].map((id) => ({ name: `Shop ${id}` })) };
    expect((await post({ query, extensions: { persistedQuery } })).body).toEqual({ data });
    expect((await post({ extensions: { persistedQuery } })).body).toEqual({ data });
    expect((await post({ query: "", extensions: { persistedQuery } })).body).toEqual({ data });
  });

  it.each<[string, unknown]>([
    ["the hash of another text", { version: 1, sha256Hash: sha256("{ topics }") }],
    ["the hash of another text that is published", { version: 1, sha256Hash: sha256(TOPICS) }],
    ["another version", { version: 2, sha256Hash: sha256(query) }],
    ["a hash that is none", { version: 1, sha256Hash: "x" }],
    ["no object", "x"],
  ])("is refused with %s", async (_what, other) => {
    const { status, reason } = await post({ query, extensions: { persistedQuery: other } });
    expect([status, reason]).toEqual([400, "DOCUMENT_HASH"]);
  });

  it("is measured as every text is", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(OTHER.replace("id", "a1: id".repeat(1))) } };
    expect(
      (await post({ query: WIDE, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(WIDE) } } })).body!
        .data,
    ).toBeDefined();
    const deep = `{ shop(id: "1") ${"{ next ".repeat(12)}{ id }${" }".repeat(12)} }`;
    const hashed = { persistedQuery: { version: 1, sha256Hash: sha256(deep) } };
    expect((await post({ query: deep, extensions: hashed })).reason).toBe("DEPTH");
    expect((await post({ extensions: hashed })).reason).toBe("DEPTH");
    expect((await post({ extensions })).code).toBe("PERSISTED_QUERY_NOT_FOUND");
  });
});

describe("npm run documents", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "documents-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (...args: string[]): Promise<readonly [code: number | null, output: string]> => {
    const ran = runNode(["dist/commands/documents.js", ...args], { GATEWAY_DOCUMENTS_STORE: database.ownerUrl });
    const code = await ran.ended;
    return [code, ran.output()];
  };
  const write = (name: string, documents: unknown): string => {
    writeFileSync(join(folder, name), JSON.stringify(documents));
    return join(folder, name);
  };
  const DIVISION = `query Division($code: DivisionCode!) { division(code: $code) { code name } }`;
  const CONTACT = `query Contact($id: ID!) { organization(id: $id) { name contact } }`;

  it("publishes all of a version or nothing, says where a document is wrong and what of it is closed", async () => {
    const wrong = write("wrong.json", { a: DIVISION, b: "query Gone { division(code: 1) { nome } }", c: "{ x " });
    const [code, output] = await run("publish", "city", wrong);
    expect(code).toBe(1);
    expect(output).toMatch(/^Gone: Cannot query field "nome" on type "Division"\..* \(line 1, column \d+\)$/m);
    expect(output).toMatch(/^[0-9a-f]{12}: Syntax Error/m);
    expect(output).toContain("Nothing was published.");
    expect((await run("check", "city", "--app"))[1]).toContain("city has no documents in use.");

    const good = write("good.json", { [sha256(DIVISION)]: DIVISION, [sha256(CONTACT)]: CONTACT });
    expect(await run("publish", "city", good, "--public")).toEqual([
      1,
      expect.stringMatching(/Contact: asks for what is closed: Organization\.contact \(INTERNAL_AFFAIRS: [A-Z, ]+\)/),
    ]);
    expect(await run("publish", "city", good, "--version", "2026.1")).toEqual([
      0,
      expect.stringMatching(/closed to most: Organization\.contact[^]*city 2026\.1: 2 documents published\.\n$/),
    ]);
    expect((await run("publish", "city", good, "--version", "2026.1"))[1]).toContain("city has a version 2026.1");
    expect(await run("check", "city", "--app")).toEqual([0, expect.stringContaining("2 documents can be asked.")]);
  }, 60_000);

  it("tells what is in use, holds an app to it, and retires what nobody asks", async () => {
    await store.publish("town", "old", readManifest(JSON.stringify({ a: "query Nowhere { nothing }" })));
    await store.publish("town", "new", readManifest(JSON.stringify({ b: "query Nobody { nothing }" })));
    expect((await run("retire", "town", "--unused", "30"))[1]).toBe("Nothing is to retire.\n");
    expect((await run("check", "town", "--app"))[0]).toBe(1);
    expect(await run("require", "town")).toEqual([0, "town is held to its documents.\n"]);
    expect((await run("list"))[1]).toMatch(/^town new: 1 documents, published \S+, asked last never; the app is held/m);
    expect(await run("retire", "town", "old")).toEqual([0, "town old: retired.\n"]);
    expect((await run("retire", "town", "old"))[1]).toContain("town has no version old in use.");
    expect(await run("require", "town", "--off")).toEqual([0, "town may ask what it likes.\n"]);
    expect((await run("require", "nobody"))[1]).toContain("nobody has published no documents.");
    expect((await run("publish", "a b", "x"))[1]).toContain('"a b" is no app');
  }, 60_000);

  it("remembers the day on which a document was asked", async () => {
    await started.shift()!.stop();
    expect((await store.versions()).find(({ app }) => app === "portal")!.usedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
