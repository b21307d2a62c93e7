/** The feed of changes: complete, in order under concurrent writes, never more than is public, and patient with a service that is down. */
import pg from "pg";
import { recordKinds } from "../../platform/graphql/index.js";
import { othersSettled } from "../support/feed.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

interface Item {
  readonly kind: string;
  readonly key: string;
  readonly op: string;
  readonly version: number | null;
}
interface Feed {
  readonly cursor: string;
  readonly hasMore: boolean;
  readonly items: readonly Item[];
  readonly unavailable: readonly string[];
}

const read = async (variables: { since?: string; types?: string[]; first?: number }): Promise<Feed> => {
  const { body } = await stack.ask(
    `query ($since: String, $types: [RecordKind!], $first: Int = 500) {
      changes(since: $since, types: $types, first: $first) { cursor hasMore unavailable items { kind key op version changedAt } } }`,
    { variables },
  );
  expect(body.errors).toBeUndefined();
  return body.data.changes as Feed;
};

/** Everything from a cursor on, and the last cursor. */
const drain = async (types: string[], since?: string): Promise<{ items: Item[]; cursor: string }> => {
  await othersSettled(stack);
  const items: Item[] = [];
  for (let cursor = since; ;) {
    const page = await read({ since: cursor, types });
    items.push(...page.items);
    cursor = page.cursor;
    if (!page.hasMore) return { items, cursor };
  }
};

describe("the feed of changes", () => {
  it("begins with every public record, once, and no draft", async () => {
    const { items } = await drain(["SERVICE_MATTER", "INTERMEDIARY_SERVICE"]);
    const published = await stack.databases["matters"]!("service_matters").where({ status: "PUBLISHED" }).pluck("id");
    const services = await stack.databases["intermediary"]!("intermediary_services").pluck("code");
    const drafts = await stack.databases["matters"]!("service_matters").where({ status: "DRAFT" }).pluck("id");
    expect(drafts.length).toBeGreaterThan(0);
    expect(items.map(({ key }) => key).sort()).toEqual([...published, ...services].sort());
    expect(items.every(({ op }) => op === "UPSERT")).toBe(true);
  });

  it("tells of every public record of every kind, and says how it is asked for: 200 changes are two requests", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }";
    for (const { kind, type } of recordKinds()) {
      await othersSettled(stack);
      const { body } = await stack.ask(
        "query ($types: [RecordKind!]) { changes(types: $types, first: 200) { hasMore items { kind op key nodeId } } }",
        { variables: { types: [kind] } },
      );
      const items = body.data.changes.items as { kind: string; op: string; key: string; nodeId: string }[];
      expect([kind, items.length > 0]).toEqual([kind, true]);
      expect(items.map(({ nodeId }) => nodeId)).toEqual(items.map(({ key }) => `${type}:${key}`));
      const found = await stack.ask(query, { variables: { ids: items.map(({ nodeId }) => nodeId) } });
      expect([kind, found.body.errors, found.body.data.nodes]).toEqual([
        kind,
        undefined,
        items.map(() => ({ __typename: type })),
      ]);
    }
  });

  it("tells of the end of a payment that turns out to be that of four households", async () => {
    const funds = stack.databases["funds"]!;
    const [payment] = await funds("payments").where({ payee_kind: "ORGANIZATION" }).limit(1).pluck("payment_no");
    const { cursor } = await drain(["PAYMENT"]);
    await funds("payments").where({ payment_no: payment }).update({ payee_kind: "BATCH", payee_count: 4 });
    const { items } = await drain(["PAYMENT"], cursor);
    expect(items.map(({ key, op }) => [key, op])).toEqual([[payment, "DELETE"]]);
  });

  it("tells of a new version, of a withdrawal and of a deletion, each once, and of nothing else", async () => {
    const matters = stack.databases["matters"]!;
    const { cursor } = await drain(["SERVICE_MATTER"]);
    const [changed, withdrawn, deleted] = await matters("service_matters")
      .where({ status: "PUBLISHED" })
      .orderBy("id")
      .limit(3)
      .pluck("id");
    const [draft] = await matters("service_matters").where({ status: "DRAFT" }).limit(1).pluck("id");
    await matters("service_matters").where({ id: changed }).update({ version: 7 });
    await matters("service_matters").where({ id: changed }).update({ version: 8 });
    await matters("service_matters").where({ id: withdrawn }).update({ status: "DRAFT" });
    await matters("service_matters").where({ id: draft }).update({ version: 9 });
    await matters("service_matters").where({ id: deleted }).delete();
    const { items, cursor: next } = await drain(["SERVICE_MATTER"], cursor);
    expect(items).toEqual([
      expect.objectContaining({ key: changed, op: "UPSERT", version: 8 }),
      expect.objectContaining({ key: withdrawn, op: "DELETE" }),
      expect.objectContaining({ key: deleted, op: "DELETE" }),
    ]);
    expect((await drain(["SERVICE_MATTER"], next)).items).toEqual([]);
  });

  it("loses nothing where a transaction that began earlier ends later", async () => {
    const slow = new pg.Client({ connectionString: stack.database.urlOf("matters") });
    await slow.connect();
    await slow.query("set search_path = matters, extensions");
    const matters = stack.databases["matters"]!;
    const [first, second] = await matters("service_matters")
      .where({ status: "PUBLISHED" })
      .orderBy("id", "desc")
      .limit(2)
      .pluck("id");
    const { cursor } = await drain(["SERVICE_MATTER"]);
    await slow.query("begin");
    await slow.query("update service_matters set version = 21 where id = $1", [first]);
    await matters("service_matters").where({ id: second }).update({ version: 22 });
    const during = await drain(["SERVICE_MATTER"], cursor);
    await slow.query("commit");
    await slow.end();
    const after = await drain(["SERVICE_MATTER"], during.cursor);
    expect(during.items).toEqual([]);
    expect(after.items.map(({ key, version }) => [key, version])).toEqual([
      [first, 21],
      [second, 22],
    ]);
  });

  it("gives no more than is asked for, and says that there is more", async () => {
    const { items, hasMore } = await read({ types: ["SERVICE_MATTER"], first: 10 });
    expect([items.length, hasMore]).toEqual([10, true]);
  });

  it.each([
    ["nonsense"],
    [Buffer.from(`{"matters":"forged"}`).toString("base64url")],
    [Buffer.from(`{"other":"x"}`).toString("base64url")],
  ])("refuses the cursor %s", async (since) => {
    const { body } = await stack.ask(`query ($since: String) { changes(since: $since) { cursor } }`, {
      variables: { since },
    });
    expect(body.data).toEqual({ changes: null });
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("refuses a cursor with other types than it was given for", async () => {
    const { cursor } = await read({ types: ["SERVICE_MATTER"], first: 5 });
    const { body } = await stack.ask(
      `query ($since: String) { changes(since: $since, types: [ORGANIZATION]) { cursor } }`,
      { variables: { since: cursor } },
    );
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  it("keeps the roots of the services out of the public schema", async () => {
    const { body } = await stack.ask(`{ mattersChanges { cursor } }`);
    expect(body.errors?.[0]?.extensions["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("names a service that is down, keeps its place, and goes on when it is back", async () => {
    const before = await drain(["SERVICE_MATTER", "INTERMEDIARY_SERVICE"]);
    await stack.subgraphs.find(({ name }) => name === "intermediary")!.stop();
    await stack.databases["matters"]!("service_matters").where({ status: "PUBLISHED" }).update({ version: 30 });
    await othersSettled(stack);
    const during = await read({ since: before.cursor, types: ["SERVICE_MATTER", "INTERMEDIARY_SERVICE"], first: 3 });
    expect(during.unavailable).toEqual(["intermediary"]);
    expect(during.items).toHaveLength(3);
    const place = (cursor: string): unknown =>
      (JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as Record<string, unknown>)["intermediary"];
    expect(place(during.cursor)).toBe(place(before.cursor));
  });
});
