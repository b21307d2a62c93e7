/** Recorded use: what a document reads, and what is kept of who asked it; through a real PostgreSQL. */
import { buildSchema, parse } from "graphql";
import { readSchemaFile } from "../../../gateway/generation/schema-files.js";
import { coordinatesOf } from "../../../gateway/use/coordinates.js";
import { createNeeded } from "../../../gateway/use/needed.js";
import { MOST_OPERATIONS, UseCounts } from "../../../gateway/use/use-counts.js";
import { createUse } from "../../../gateway/use/use.js";
import { createDatabase } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { boundOf, timesOf } from "../../../platform/use/index.js";
import { createUseStore, USE_DAYS, type UseStore } from "../../../platform/use/use.repository.js";
import { cloneDatabase, type TestDatabase } from "../../support/database.js";
import { logTo, oneGoodToken, startFixtureGateway } from "../../support/fixture-gateway.js";
import { FAULTS, startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";
import { VIEWERS } from "../../support/viewers.js";

const publicSchema = buildSchema(readSchemaFile("public.graphql"));
const needed = createNeeded(readSchemaFile("supergraph.graphql"));

describe("what a document reads", () => {
  const read = (text: string): string[] => coordinatesOf(parse(text), publicSchema);

  it("is fields and arguments, through aliases, fragments and directives, each once", () => {
    expect(
      read(`query Q($u: USCC!, $on: Boolean!) {
        one: organization(uscc: $u) { ...F __typename } two: organization(uscc: "x") { name @include(if: $on) }
      } fragment F on Organization { division { name } }`),
    ).toEqual([
      "Division.name",
      "Organization.division",
      "Organization.name",
      "Query.organization",
      "Query.organization(uscc:)",
    ]);
  });

  it("is, of an interface, every type that it may be of", () => {
    const schema = buildSchema(
      "interface N { id: ID a(x: I): Int } input I { v: Int w: I } type A implements N { id: ID a(x: I): Int } type B implements N { id: ID a(x: I): Int } type Query { n: N }",
    );
    expect(coordinatesOf(parse("{ n { a(x: { w: { v: 1 } }) } }"), schema)).toEqual([
      ...["A.a", "A.a(x:)", "B.a", "B.a(x:)", "I.v", "I.w", "N.a", "N.a(x:)", "Query.n"],
    ]);
  });

  it("is nothing of introspection and of values", () => {
    expect(read(`{ __schema { types { name } } __type(name: "Secret") { name } }`)).toEqual([]);
  });

  it("needs the keys by which its services know the type, and what they require", () => {
    const supergraph = `
      type Query @join__type(graph: A) { p: P @join__field(graph: A) }
      type P @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: B, key: "ref { no }") {
        id: ID own: Int @join__field(graph: A) size: S @join__field(graph: A) @join__field(graph: B, external: true)
        ref: R @join__field(graph: A) cost: Int @join__field(graph: B, requires: "size { width height }")
      }
      type S @join__type(graph: A) @join__type(graph: B) { width: Int height: Int }
      type R @join__type(graph: A) @join__type(graph: B) { no: ID }`;
    const of = createNeeded(supergraph);
    expect(of(["Query.p", "P.cost"])).toEqual([...["P.id", "P.ref", "P.size", "R.no", "S.height", "S.width"]]);
    // What the client asks for itself is not told twice.
    expect(of(["P.id", "P.cost", "P.size"])).not.toContain("P.id");
    expect(of(["Query.p"])).toEqual([]);
  });

  it("needs keys of our own graph", () => {
    expect(needed(["Query.organization", "Organization.name", "Organization.penalties"])).toEqual([
      "Organization.id",
      "Organization.uscc",
    ]);
  });
});

describe("times", () => {
  it("tell within which bound a share was answered, and of what is longer or not told that nobody knows", () => {
    expect(timesOf(4, 2)).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(timesOf(25, 1)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(timesOf(3_001, 1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(boundOf([19, 0, 1], 0.95)).toBe(5);
    expect(boundOf([18, 0, 2], 0.95)).toBe(25);
    expect(boundOf([1, 0, 0, 0, 0, 0, 0, 0, 0, 1], 0.95)).toBeNull();
    expect([boundOf([], 0.95), boundOf([0, 0], 0.95)]).toEqual([null, null]);
  });
});

describe("counts", () => {
  const asked = (operation: string, coordinates: readonly string[] = ["Query.a"]) => ({
    ...{ client: "app", operation, name: null, coordinates, needed: [] },
    ...{ failed: false, weight: 1, points: 3, milliseconds: 30 },
  });

  it("tell a bounded number of operations of one client apart; nothing of the others is lost", () => {
    const counts = new UseCounts();
    for (let index = 0; index < MOST_OPERATIONS + 50; index++) counts.asked(asked(`op${index}`, [`Query.f${index}`]));
    counts.asked({ ...asked("op1"), client: "other" });
    const batch = counts.take("2026-11-29")!;
    expect(batch.counts).toHaveLength(MOST_OPERATIONS + 2);
    expect(batch.counts.reduce((sum, { requests }) => sum + requests, 0)).toBe(MOST_OPERATIONS + 51);
    const rest = batch.counts.find(({ requests }) => requests === 50)!;
    expect(batch.operations.find(({ operation }) => operation === rest.operation)?.coordinates).toHaveLength(50);
  });

  it("are put back where they could not be written", async () => {
    let fails = true;
    const written: unknown[] = [];
    const failures: unknown[] = [];
    const store = {
      add: async (batch: unknown) => {
        if (fails) throw new Error("away");
        written.push(batch);
      },
      forget: async () => undefined,
      close: async () => undefined,
    } as unknown as UseStore;
    const use = createUse({ store, onFailure: (error) => failures.push(error) });
    const service = use.counting("shops", { ask: async () => ({ data: {} }) });
    await service.ask({} as never);
    await use.write();
    await service.ask({} as never);
    fails = false;
    await use.close();
    expect(failures).toHaveLength(1);
    expect(written).toMatchObject([{ services: [{ service: "shops", outcome: "ok" }] }]);
    expect((written as { services: { requests: number }[] }[])[0]!.services.map(({ requests }) => requests)).toEqual([
      2,
    ]);
  });
});

describe("use of a running gateway", () => {
  let database: TestDatabase;
  let store: UseStore;
  let subgraphs: FixtureSubgraph[];
  const today = localDateOf(new Date());
  const span = { day: today, days: 30 };
  const open = (): UseStore =>
    createUseStore(
      createDatabase({
        ...{ url: database.ownerUrl, applicationName: "test", schema: "public" },
        ...{ connectTimeoutMs: 10_000, statementTimeoutMs: 20_000 },
      }),
    );
  /** Asks a gateway these, and ends it. */
  const asking = async (
    requests: readonly (readonly [query: string, token?: boolean])[],
    use = { store: database.ownerUrl, share: 1 },
    lines: string[] = [],
  ): Promise<void> => {
    const gateway = await startFixtureGateway(subgraphs, { use, verifier: oneGoodToken(), log: logTo(lines) });
    for (const [query, token] of requests) {
      const headers = {
        "content-type": "application/json",
        ...(token ? { authorization: "Bearer good.test.token" } : {}),
      };
      const reply = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
      await reply.text();
    }
    await gateway.stop();
  };

  beforeAll(async () => {
    database = await cloneDatabase();
    store = open();
    subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  });
  afterEach(() => void subgraphs.forEach((subgraph) => subgraph.fail(undefined)));
  afterAll(async () => {
    await store.close();
    for (const subgraph of subgraphs) await subgraph.stop();
    await database.drop();
  });

  it("tells who asks for what, by which name, and what of it is needed by other services", async () => {
    await asking([
      ["query Stars { shops { stars } }"],
      ["query Stars { shops { stars } }"],
      ["query  Stars { shops  { stars } }", true],
      ["query { shops { name } }", true],
      ["{ shops { nothing } }"],
      ["{"],
    ]);
    const use = (await store.useOf(["Shop.stars", "Shop.id"], span)).filter(({ name }) => name === "Stars");
    expect(use.map(({ operation: _, ...rest }) => rest)).toEqual([
      {
        ...{ client: "anonymous", name: "Stars", asked: ["Shop.stars"], needed: ["Shop.id"] },
        ...{ requests: 2, failed: 0, lastDay: today },
      },
      {
        ...{ client: VIEWERS["citizen-1"]!.clientId, name: "Stars", asked: ["Shop.stars"], needed: ["Shop.id"] },
        ...{ requests: 1, failed: 0, lastDay: today },
      },
    ]);
    expect(new Set(use.map(({ operation }) => operation)).size).toBe(1);
    expect(await store.useOf(["Shop.note"], span)).toEqual([]);
    expect((await store.useOf(["Shop.name"], span)).map(({ requests, name }) => [requests, name])).toEqual([[1, null]]);
  });

  it("adds up over gateways and days, and tells what failed and how services answered", async () => {
    const before = await store.servicesOf("ratings", span);
    const all = (counts: typeof before, which: (outcome: string) => boolean): number =>
      counts.filter(({ outcome }) => which(outcome)).reduce((sum, { requests }) => sum + requests, 0);
    subgraphs[1]!.fail(FAULTS.html);
    await Promise.all([asking([["query Stars { shops { stars } }"]]), asking([["query Stars { shops { stars } }"]])]);
    const [use] = await store.useOf(["Shop.stars"], span);
    expect(use).toMatchObject({ client: "anonymous", requests: 4, failed: 2 });
    const after = await store.servicesOf("ratings", span);
    expect(all(after, (outcome) => outcome === "UPSTREAM_UNAVAILABLE")).toBe(2);
    expect(all(after, (outcome) => outcome === "ok")).toBe(all(before, (outcome) => outcome === "ok"));
  });

  it("keeps no value, no name with a number in it and no person", async () => {
    await asking([
      [`query Of210102199001011234 { shop(id: "210102199001011234") { id } }`, true],
      [`query ($id: ID = "zhang") { shop(id: $id) { broken(text: "wang") } }`, true],
    ]);
    const db = createDatabase({
      url: database.ownerUrl,
      applicationName: "test",
      schema: "public",
      connectTimeoutMs: 10_000,
    });
    const { rows } = await db.raw<{ rows: object[] }>(
      "select o.*, u.client from used_operations o left join operation_use u using (operation)",
    );
    await db.destroy();
    expect(JSON.stringify(rows)).toContain("Shop.broken(text:)");
    expect(JSON.stringify(rows)).not.toMatch(/2101|zhang|wang|citizen/);
  });

  it("forgets what is old", async () => {
    const day = "2025-01-01";
    await store.add({
      day,
      operations: [{ operation: "old", name: null, coordinates: ["Shop.old"], needed: [] }],
      counts: [{ client: "app", operation: "old", requests: 1, failed: 0 }],
      services: [],
    });
    const then = { day, days: 1 };
    expect(await store.useOf(["Shop.old"], then)).toHaveLength(1);
    const later = (days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    await store.forget(later(USE_DAYS - 1));
    expect(await store.useOf(["Shop.old"], then)).toHaveLength(1);
    await store.forget(later(USE_DAYS));
    expect(await store.useOf(["Shop.old"], then)).toEqual([]);
  });

  it("costs no request anything where the database is away, and leaves a line", async () => {
    const lines: string[] = [];
    await asking([["{ topics }"]], { store: "postgresql://nobody@127.0.0.1:1/none", share: 1 }, lines);
    expect(lines.filter((line) => line.includes("USE_STORE_FAILED"))).toHaveLength(1);
    expect(lines.some((line) => line.includes('"failed":false'))).toBe(true);
  });

  it("counts a share, and what it counts stands for all", async () => {
    const tickets = [0.05, 0.5, 0.95, 0.09];
    const use = createUse({ store: open(), share: 0.1, random: () => tickets.shift()!, onFailure: () => undefined });
    const schema = buildSchema("type Query { sampled: Int }");
    const known = {
      document: parse("{ sampled }"),
      queryHash: "f".repeat(64),
      generation: { schema, neededFor: () => [] },
    };
    for (let index = 0; index < 4; index++)
      use.asked(
        known as never,
        { viewer: VIEWERS["anonymous"] ?? { kind: "anonymous" }, cost: { weighted: 3 } } as never,
        { failed: false, milliseconds: 30 },
      );
    await use.close();
    expect((await store.useOf(["Query.sampled"], span)).map(({ requests }) => requests)).toEqual([20]);
  });
});
