/** The registry: who may change what gateways serve, what needs the approval of two others, and what bundles come of it. */
import "reflect-metadata";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleListener } from "../../commands/partner/serve.js";
import { createSigningKey, parseSignerKeys, parseTextSigner, verifyText } from "../../platform/auth/index.js";
import { BUNDLE_KIND, parseBundle, type Bundle } from "../../platform/bundle/index.js";
import { readPolicyFacts } from "../../platform/composition/index.js";
import { createDatabase, provision } from "../../platform/database/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { DISCLOSURE_DIRECTIVE_NAMES, DISCLOSURE_LINK } from "../../platform/disclosure/vocabulary/index.js";
import {
  actOf,
  findBundle,
  listSteps,
  listVersions,
  migrateRegistry,
  SubgraphRegistry,
  type Act,
  type RegistryDatabase,
  type RegistryOptions,
  type Submission,
} from "../../platform/registry/index.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { startFixtureGateway } from "../support/fixture-gateway.js";
import { VIEWERS } from "../support/viewers.js";

const AGENCY = "11990101MB9000015E";
const SIGNER = parseTextSigner(createSigningKey("registry"));
const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])\n`;
const LINKS = `${FEDERATION} extend schema
  @link(url: "${DISCLOSURE_LINK}", import: [${DISCLOSURE_DIRECTIVE_NAMES.map((name) => `"@${name.replace("@", "")}"`).join(", ")}])
  @composeDirective(name: "@closed")\n`;
const CLOSED = `@closed(tier: [NEVER], reason: TRADE_SECRET, basis: "OGI-2019-15")`;

const subgraph = (name: string, fields: string, more: Partial<Submission> = {}): Submission => ({
  subgraph: name,
  // What links the disclosure specification and uses none of it is refused.
  sdl: `${fields.includes("@") ? LINKS : FEDERATION} type Query { ${fields} }`,
  url: `http://127.0.0.1:9/${name}`,
  owner: { id: `CN-USCC-${AGENCY}`, zh: "某局", en: "A bureau" },
  enforces: false,
  ...more,
});
const SHOPS = subgraph("shops", "shop: String  secret: String");
const SHOPS_CLOSED = subgraph("shops", `shop: String  secret: String ${CLOSED}`);

const act = (by: string, actor: Act["actor"]): Act => ({
  by,
  actor,
  agency: AGENCY,
  why: "a test",
  at: new Date("2026-11-30T00:00:00Z"),
});
const OFFICER = act("officer-1", "OFFICER");
const PUBLISHER = act("publisher-1", "PUBLISHER");
const OTHER_PUBLISHER = act("publisher-2", "PUBLISHER");
const ADMIN = act("admin-1", "ADMINISTRATOR");

const options = (): RegistryOptions => ({
  db,
  signer: SIGNER,
  facts: { ...readPolicyFacts(), owners: new Map([["Hall", "halls"]]) },
  release: { policy: NOTHING, publicSchema: "type Query { shop: String secret: String }" },
  today: "2026-11-30",
});

let database: TestDatabase;
let db: RegistryDatabase;
let registry: SubgraphRegistry;
beforeAll(async () => {
  database = await cloneDatabase();
  const url = new URL(database.ownerUrl);
  url.username = "govgraph_registry";
  url.password = "registry-of-tests";
  await provision({ adminUrl: database.ownerUrl, urls: { registry: url.href } });
  db = createDatabase({ url: url.href, applicationName: "test", schema: "registry", statementTimeoutMs: 0 });
  await migrateRegistry(db);
});
beforeEach(async () => {
  await database.admin("select 1");
  await db.raw("truncate subgraph_versions, version_steps, change_approvals, bundles");
  registry = new SubgraphRegistry(options());
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const NOTHING: PolicyTable = {
  ...{ specification: "disclosure/v1.0", hash: "", subgraphs: {}, bases: {}, records: {} },
  ...{ fields: [], opened: [], personal: [], aggregates: [] },
};

const bundle = async (): Promise<Bundle> =>
  parseBundle(await verifyText((await findBundle(db))!.signed, BUNDLE_KIND, parseSignerKeys(SIGNER.publicKey)));
const states = async (): Promise<string[]> =>
  (await listVersions(db)).map(({ subgraph, version, state }) => `${subgraph} ${version} ${state}`);

describe("a version", () => {
  it("that makes nothing public is live at once, in a signed bundle", async () => {
    const outcome = await registry.submit([SHOPS], OFFICER);
    expect([outcome.bundle, outcome.exposed]).toEqual([1, []]);
    const { version, subgraphs, supergraph } = await bundle();
    expect([version, subgraphs]).toEqual([1, [{ name: "shops", url: "http://127.0.0.1:9/shops" }]]);
    expect(supergraph).toContain("shop: String");
    await registry.submit([SHOPS_CLOSED], OFFICER);
    expect(await states()).toEqual(["shops 1 RETIRED", "shops 2 LIVE"]);
    expect((await bundle()).policy.fields.map(({ field }) => field)).toEqual(["secret"]);
    // With the field the contract of what is open to everybody changes, in the same bundle.
    const [open, ...others] = (await bundle()).contracts ?? [];
    expect([open?.name, others]).toEqual(["open-data", []]);
    expect(open?.schema).toMatch(/\ntype Query \{\n {2}shop: String\n\}\n$/);
    expect((await listSteps(db, "shops")).map(({ version, event, by }) => `${version} ${event} ${by}`)).toEqual([
      ...["SUBMIT", "CHECK", "APPROVE", "PUBLISH"].map((event) => `1 ${event} officer-1`),
      ...["SUBMIT", "CHECK", "APPROVE"].map((event) => `2 ${event} officer-1`),
      ...["1 RETIRE officer-1", "2 PUBLISH officer-1"],
    ]);
  });

  it("that does not compose stays a draft, with sentences", async () => {
    await registry.submit([SHOPS], OFFICER);
    const { problems, bundle: made } = await registry.submit([subgraph("more", "shop: Int")], OFFICER);
    expect(problems.length).toBeGreaterThan(0);
    expect(made).toBeUndefined();
    expect(await states()).toEqual(["more 1 DRAFT", "shops 1 LIVE"]);
    expect((await bundle()).version).toBe(1);
  });

  it.each([
    [
      "publishes effects",
      `${FEDERATION} type Query { cell: Int } type Mutation { open: Int }`,
      /publishes Mutation|Mutation/,
    ],
    [
      "takes over an entity of another",
      `${FEDERATION} type Query { cell: Int } type Hall @key(fields: "no") { no: ID! name: String }`,
      /Hall\.name/,
    ],
    ["empties everybody's answer", `${FEDERATION} type Query { cell: Int! }`, /Query\.cell .*"!"/],
  ])("of a partner that %s stays a draft, as the check says", async (_what, sdl, sentence) => {
    const halls = `${FEDERATION} type Query { shop: String secret: String hall: Hall } type Hall @key(fields: "no") { no: ID! name: String }`;
    await registry.submit([subgraph("halls", "", { sdl: halls, enforces: true })], OFFICER);
    for (const by of [PUBLISHER, OTHER_PUBLISHER]) await registry.approve("halls", 1, by);
    const { problems, bundle: made } = await registry.submit([subgraph("cells", "", { sdl })], OFFICER);
    expect(problems).toContainEqual(expect.stringMatching(sentence));
    expect(made).toBeUndefined();
    expect(await states()).toContain("cells 1 DRAFT");
  });

  it("that breaks a client that asks stays a draft and names it, unless they agree", async () => {
    await registry.submit([SHOPS], OFFICER);
    const told: string[] = [];
    const minding = new SubgraphRegistry({
      ...options(),
      async brokenBy(changes) {
        told.push(...changes.map(({ path }) => path ?? ""));
        return changes.map(({ message }) => `${message}, and gov-portal asked for it.`);
      },
    });
    const without = subgraph("shops", "secret: String");
    const refused = await minding.submit([without], OFFICER);
    expect(refused.problems).toEqual([expect.stringContaining("gov-portal asked for it.")]);
    expect(told).toEqual(["Query.shop"]);
    expect(await states()).toEqual(["shops 1 LIVE", "shops 2 DRAFT"]);
    expect((await registry.submit([without], OFFICER)).bundle).toBe(2);
  });

  it.each([
    ["opens a closed field", SHOPS, /shops: Query.secret is public/],
    [
      "has a new field that is public",
      subgraph("shops", `shop: String more: String secret: String ${CLOSED}`),
      /Query.more is new/,
    ],
    [
      "is read by others",
      subgraph("shops", `shop: String secret: String ${CLOSED.replace("NEVER", "SHARED")}`),
      /was read by NEVER, is read by SHARED/,
    ],
    ["is trusted to close its fields itself", { ...SHOPS_CLOSED, enforces: true }, /trusted/],
  ])("that %s waits for two others", async (_name, next, sentence) => {
    await registry.submit([SHOPS_CLOSED], OFFICER);
    const { exposed, bundle: made } = await registry.submit([next], OFFICER);
    expect(exposed).toEqual([expect.stringMatching(sentence)]);
    expect(made).toBeUndefined();
    expect(await states()).toEqual(["shops 1 LIVE", "shops 2 CHECKED"]);
    expect((await registry.approve("shops", 2, PUBLISHER)).bundle).toBeUndefined();
    // The same person twice is one person.
    expect((await registry.approve("shops", 2, PUBLISHER)).bundle).toBeUndefined();
    expect((await bundle()).version).toBe(1);
    expect((await registry.approve("shops", 2, ADMIN)).bundle).toBe(2);
    expect(await states()).toEqual(["shops 1 RETIRED", "shops 2 LIVE"]);
  });

  it("is not approved by its author, nor by an officer, nor where it waits for nothing", async () => {
    await registry.submit([SHOPS_CLOSED], OFFICER);
    await registry.submit([SHOPS], PUBLISHER);
    await expect(registry.approve("shops", 2, PUBLISHER)).rejects.toThrow("two others do");
    await expect(registry.approve("shops", 2, act("officer-2", "OFFICER"))).rejects.toThrow("nobody else");
    await expect(registry.approve("shops", 1, ADMIN)).rejects.toThrow("waits for nothing");
    await expect(registry.approve("shops", 7, ADMIN)).rejects.toThrow("no version 7");
    expect(await states()).toEqual(["shops 1 LIVE", "shops 2 CHECKED"]);
  });

  it("needs new approvals where it would make more public than was approved", async () => {
    await registry.submit([SHOPS_CLOSED], OFFICER);
    await registry.submit([SHOPS], OFFICER);
    await registry.approve("shops", 2, PUBLISHER);
    // Meanwhile another field is closed, which the waiting version has open.
    await registry.submit([subgraph("shops", `shop: String ${CLOSED} secret: String ${CLOSED}`)], OFFICER);
    const { exposed, approvers, bundle: made } = await registry.approve("shops", 2, ADMIN);
    expect([exposed.length, approvers, made]).toEqual([2, ["admin-1"], undefined]);
    expect((await registry.approve("shops", 2, OTHER_PUBLISHER)).bundle).toBe(3);
  });

  it("that asks the service at another address needs the approval of one other, and of nothing else", async () => {
    await registry.submit([SHOPS], OFFICER);
    const moved = { ...SHOPS, url: "http://127.0.0.1:9/elsewhere" };
    const waiting = await registry.submit([moved], OFFICER);
    expect([waiting.exposed, waiting.moves, waiting.needed, waiting.bundle]).toEqual([
      [],
      ["shops is asked at http://127.0.0.1:9/elsewhere, and was at http://127.0.0.1:9/shops."],
      1,
      undefined,
    ]);
    expect((await bundle()).subgraphs).toEqual([{ name: "shops", url: SHOPS.url }]);
    await expect(registry.approve("shops", 2, OFFICER)).rejects.toThrow("nobody else");
    expect((await registry.approve("shops", 2, PUBLISHER)).bundle).toBe(2);
    expect((await bundle()).subgraphs).toEqual([{ name: "shops", url: moved.url }]);
    // Back again is a move too; what also opens something needs two.
    expect((await registry.rollBack("shops", 1, OFFICER)).bundle).toBeUndefined();
    expect((await registry.submit([{ ...SHOPS_CLOSED, url: moved.url }], OFFICER)).bundle).toBe(3);
    expect(await registry.submit([SHOPS], OFFICER)).toMatchObject({ needed: 2, exposed: [expect.any(String)] });
  });

  it("that leaves and comes back at another address needs it too", async () => {
    const hidden = subgraph("more", `more: String ${CLOSED}`);
    await registry.submit([SHOPS_CLOSED, hidden], OFFICER);
    await registry.remove("more", OFFICER);
    const back = await registry.submit([{ ...hidden, url: "http://127.0.0.1:9/elsewhere" }], OFFICER);
    expect([back.needed, back.exposed, back.bundle]).toEqual([1, [], undefined]);
  });

  it("that was handed in with others goes live with them, or not at all", async () => {
    const others = [subgraph("left", "left: String"), subgraph("right", "right: String")];
    expect((await registry.submit(others, OFFICER)).bundle).toBeUndefined();
    await registry.approve("left", 1, PUBLISHER);
    expect((await registry.approve("right", 1, ADMIN)).bundle).toBe(1);
    expect(await states()).toEqual(["left 1 LIVE", "right 1 LIVE"]);
  });

  it("is taken back while it waits, and then approved no more", async () => {
    await registry.submit([SHOPS_CLOSED], OFFICER);
    await registry.submit([SHOPS], OFFICER);
    await registry.withdraw("shops", 2, OFFICER);
    await expect(registry.approve("shops", 2, ADMIN)).rejects.toThrow("RETIRED");
  });
});

describe("going back and leaving", () => {
  it("hands in the older version as a new one, which needs approval like any other", async () => {
    await registry.submit([SHOPS], OFFICER);
    await registry.submit([SHOPS_CLOSED], OFFICER);
    const { exposed, versions } = await registry.rollBack("shops", 1, OFFICER);
    expect([exposed.length, versions.map(({ version, state }) => [version, state])]).toEqual([1, [[3, "CHECKED"]]]);
    await registry.approve("shops", 3, PUBLISHER);
    expect((await registry.approve("shops", 3, ADMIN)).bundle).toBe(3);
    const back = await registry.rollBack("shops", 2, OFFICER);
    expect([back.bundle, (await bundle()).version]).toEqual([4, 4]);
    await expect(registry.rollBack("shops", 9, OFFICER)).rejects.toThrow("no version 9");
  });

  it("takes a subgraph out of the graph, but not the last one", async () => {
    await registry.submit([SHOPS, subgraph("more", `more: String ${CLOSED}`)], OFFICER);
    expect(await registry.remove("more", OFFICER)).toBe(2);
    expect((await bundle()).subgraphs.map(({ name }) => name)).toEqual(["shops"]);
    await expect(registry.remove("more", OFFICER)).rejects.toThrow("not live");
    await expect(registry.remove("shops", OFFICER)).rejects.toThrow("last one");
  });
});

describe("who acts", () => {
  it("is a signed-in officer, publisher or administrator who says why", () => {
    const at = new Date("2026-11-30T00:00:00Z");
    expect(actOf(VIEWERS["officer-1"], "why", at)).toEqual({
      ...{ by: "officer-1", actor: "OFFICER", agency: AGENCY, why: "why", at },
    });
    expect(actOf({ ...VIEWERS["officer-1"], roles: ["platform_admin"] }, "why", at).actor).toBe("ADMINISTRATOR");
    for (const viewer of ["anonymous", "citizen-1", "supervisor-1", "app-partner"] as const)
      expect(() => actOf(VIEWERS[viewer], "why", at)).toThrow("is not of an officer");
    expect(() => actOf(VIEWERS["officer-1"], " ", at)).toThrow("Say why");
  });

  it("changes the subgraphs of their own agency, and an administrator those of any", async () => {
    const stranger = { ...act("officer-2", "OFFICER"), agency: "12990101MB90000236" };
    const nobodys = { ...SHOPS, owner: { zh: "某局", en: "A bureau" } };
    for (const [submission, by] of [
      [SHOPS, stranger],
      [nobodys, OFFICER],
      [nobodys, PUBLISHER],
    ] as const)
      await expect(registry.submit([submission], by)).rejects.toThrow("is not of the agency of");
    await registry.submit([nobodys], ADMIN);
    // To say that it is one's own does not make it so.
    await expect(registry.submit([SHOPS], OFFICER)).rejects.toThrow("is not of the agency of");
    for (const change of [() => registry.remove("shops", OFFICER), () => registry.rollBack("shops", 1, OFFICER)])
      await expect(change()).rejects.toThrow("is not of the agency of");
    await registry.submit([SHOPS_CLOSED], ADMIN);
    await registry.submit([SHOPS], OFFICER);
    await expect(registry.withdraw("shops", 3, stranger)).rejects.toThrow("is not of the agency of");
    expect(await states()).toEqual(["shops 1 RETIRED", "shops 2 LIVE", "shops 3 CHECKED"]);
  });

  it("can change nothing of the history", async () => {
    await registry.submit([SHOPS], OFFICER);
    for (const sql of ["update version_steps set actor = 'x'", "delete from bundles", "update bundles set signed = ''"])
      await expect(db.raw(sql)).rejects.toThrow("never changed");
  });

  it("at the same time as another follows them", async () => {
    await registry.submit([SHOPS_CLOSED], OFFICER);
    const names = ["a", "b", "c"];
    const outcomes = await Promise.all(
      names.map((name) => registry.submit([subgraph(name, `${name}: String ${CLOSED}`)], OFFICER)),
    );
    expect(outcomes.map(({ bundle: made }) => made).sort()).toEqual([2, 3, 4]);
    expect((await bundle()).subgraphs.map(({ name }) => name)).toEqual(["a", "b", "c", "shops"]);
  });
});

describe("what is served", () => {
  it("is the newest bundle by its entity tag, which a gateway takes into use", async () => {
    const server = createServer(bundleListener(db));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bundle`;
    const folder = mkdtempSync(join(tmpdir(), "govgraph-registry-"));
    try {
      expect((await fetch(url)).status).toBe(404);
      await registry.submit([SHOPS], OFFICER);
      const first = await fetch(url);
      const tag = first.headers.get("etag")!;
      expect([first.status, first.headers.get("content-type")]).toEqual([200, "application/jose"]);
      expect((await fetch(url, { headers: { "if-none-match": `"other", ${tag}` } })).status).toBe(304);
      expect((await fetch(url, { method: "POST" })).status).toBe(405);
      expect((await fetch(url.replace("bundle", "other"))).status).toBe(404);
      const gateway = await startFixtureGateway([], {
        bundles: {
          ...{ url, file: join(folder, "kept.jws"), pollMs: 3_600_000 },
          ...{ origins: ["http://127.0.0.1:9"], signers: parseSignerKeys(SIGNER.publicKey) },
        },
      });
      try {
        const schema = async (): Promise<string> => (await fetch(`${gateway.url}/schema.graphql`)).text();
        expect(await schema()).not.toContain("partner");
        await registry.submit([subgraph("partner", `partner: String ${CLOSED}`)], OFFICER);
        await gateway.reload();
        expect(await schema()).toContain("partner: String");
        await registry.remove("partner", OFFICER);
        await gateway.reload();
        expect(await schema()).not.toContain("partner");
      } finally {
        await gateway.stop();
      }
      const file = join(folder, "bundle.jws");
      writeFileSync(file, (await findBundle(db))!.signed);
      const fromFile = await startFixtureGateway([], {
        bundles: {
          ...{ url: pathToFileURL(file).href, file: join(folder, "other.jws"), pollMs: 3_600_000 },
          ...{ origins: ["http://127.0.0.1:9"], signers: parseSignerKeys(SIGNER.publicKey) },
        },
      });
      await fromFile.stop();
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    }
  });
});
