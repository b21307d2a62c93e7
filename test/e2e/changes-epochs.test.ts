/** The feed of changes and what is no longer public: who never had a record is told of no end, who had it of every end, whatever ended it. */
import type { Knex } from "knex";
import { PAUSE_DAYS, forgetDeletions, renewFeed } from "../../platform/database/index.js";
import { refreshFeed } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { askFeed, drainFeed, othersSettled, readFeed, withPlace, type Item } from "../support/feed.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";

const TYPES = ["PENALTY"];

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
});
afterAll(() => stack.stop());

const drain = (since?: string): Promise<{ items: Item[]; cursor: string }> => drainFeed(stack, { since, types: TYPES });
const opsOf = (items: readonly Item[]): string[] => items.map(({ key, op }) => `${op} ${key}`);
/** Published penalties for the test alone, copied from one in publicity. */
const insert = async (...rows: readonly Record<string, unknown>[]): Promise<void> => {
  const [model] = (await db("penalties").where("id", "CF-GOLDEN-1")) as Record<string, unknown>[];
  await db("penalties").insert(rows.map((row) => ({ ...model, ...row })));
};
const change = (id: string, columns: object): Promise<number> => db("penalties").where({ id }).update(columns);
const day = (on: string): Promise<boolean> =>
  refreshFeed(
    SUBGRAPHS.find(({ name }) => name === "credit")!,
    db,
    on,
  );

/** Where a copy begins that is made by other ways. */
const beginCopy = async (): Promise<string> => {
  await othersSettled(stack);
  const { body } = await stack.ask(
    "{ changes(copying: true, types: [PENALTY]) { cursor hasMore unavailable items { key } } }",
  );
  expect(body.data.changes).toMatchObject({ hasMore: false, unavailable: [], items: [] });
  return body.data.changes.cursor as string;
};

describe("a copy that is made by other ways", () => {
  it("is told of all that ended while it was made, and of what began meanwhile; later as every reader", async () => {
    await insert({ id: "C-OLD" }, { id: "C-ENDED" });
    const cursor = await beginCopy();
    await insert({ id: "C-NEW" }, { id: "C-CAME-AND-WENT" });
    await change("C-OLD", { repaired_on: "2026-09-28" });
    await change("C-CAME-AND-WENT", { withdrawn_on: "2026-09-28" });
    const told = await drain(cursor);
    expect(opsOf(told.items)).toEqual(["UPSERT C-NEW", "DELETE C-OLD", "DELETE C-CAME-AND-WENT"]);
    await insert({ id: "C-LATER" });
    await db("penalties").where("id", "C-LATER").delete();
    await change("C-NEW", { repaired_on: "2026-09-28" });
    expect(opsOf((await drain(told.cursor)).items)).toEqual(["DELETE C-NEW"]);
  });

  it("has a day to be made, and begins without a cursor", async () => {
    const cursor = await beginCopy();
    const older = (seconds: number): string =>
      withPlace(cursor, "credit", TYPES, (keys) => keys.with(5, Number(keys[5]) - seconds));
    expect((await readFeed(stack, { since: older(86_000), types: TYPES })).items).toEqual([]);
    const late = await askFeed(stack, { since: older(86_500), types: TYPES });
    expect(late.body.errors?.[0]?.extensions["reason"]).toBe("CURSOR_EXPIRED");
    const both = await stack.ask("query ($since: String) { changes(since: $since, copying: true) { cursor } }", {
      variables: { since: cursor },
    });
    expect(both.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "COPYING" });
  });
});

describe("an end of publicity", () => {
  it("is told once to who had the record, and never to a new reader, whatever ended it", async () => {
    await insert(...["E-REPAIRED", "E-WITHDRAWN", "E-MINOR", "E-DELETED", "E-KEY"].map((id) => ({ id })));
    const before = await drain();
    await change("E-REPAIRED", { repaired_on: "2026-09-28" });
    await change("E-WITHDRAWN", { withdrawn_on: "2026-09-28" });
    await change("E-MINOR", { counterparty_minor: true });
    await db("penalties").where("id", "E-DELETED").delete();
    await change("E-KEY", { id: "E-KEY-NEW" });
    const told = await drain(before.cursor);
    expect(opsOf(told.items).sort()).toEqual([
      "DELETE E-DELETED",
      "DELETE E-KEY",
      "DELETE E-MINOR",
      "DELETE E-REPAIRED",
      "DELETE E-WITHDRAWN",
      "UPSERT E-KEY-NEW",
    ]);
    expect((await drain(told.cursor)).items).toEqual([]);
    const fresh = await drain();
    expect(fresh.items.filter(({ op }) => op === "DELETE")).toEqual([]);
    expect(fresh.items.filter(({ key }) => /^E-(?!KEY-NEW)/.test(key))).toEqual([]);
  });

  it("is not told to a reader that began after it and reads piece by piece", async () => {
    await insert({ id: "P-OLD" });
    await change("P-OLD", { repaired_on: "2026-09-28" });
    const ops: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await readFeed(stack, { since: cursor, types: TYPES, first: 3 });
      ops.push(...page.items.map(({ op }) => op));
      cursor = page.cursor;
      if (!page.hasMore) break;
    }
    expect(new Set(ops)).toEqual(new Set(["UPSERT"]));
  });

  it("is not told of a record that began and ended between two readings", async () => {
    const { cursor } = await drain();
    await insert({ id: "P-SHORT" });
    await change("P-SHORT", { withdrawn_on: "2026-09-28" });
    expect((await drain(cursor)).items).toEqual([]);
  });

  it("is told to a reader that had the record before it was repaired, published again and withdrawn", async () => {
    await insert({ id: "P-AGAIN" });
    const had = await drain();
    await change("P-AGAIN", { repaired_on: "2026-09-01" });
    await change("P-AGAIN", { republished_on: "2026-09-02" });
    expect(opsOf((await drain(had.cursor)).items)).toEqual(["UPSERT P-AGAIN"]);
    await change("P-AGAIN", { withdrawn_on: "2026-09-28" });
    expect(opsOf((await drain(had.cursor)).items)).toEqual(["DELETE P-AGAIN"]);
  });
});

describe("a cursor", () => {
  const expectExpired = async (since: string): Promise<void> => {
    const { body } = await askFeed(stack, { since, types: TYPES });
    expect(body.data).toEqual({ changes: null });
    expect(body.errors).toHaveLength(1);
    expect(body.errors![0]).toMatchObject({
      message: expect.stringContaining("begin again"),
      extensions: { code: "BAD_USER_INPUT", reason: "CURSOR_EXPIRED", argument: "since" },
    });
  };

  it("expires where the reader paused longer than deletions are kept, and not a day earlier", async () => {
    const { cursor } = await drain();
    const paused = (days: number): string =>
      withPlace(cursor, "credit", TYPES, (keys) => [...keys.slice(0, -1), Number(keys.at(-1)) - days * 86_400]);
    await expectExpired(paused(PAUSE_DAYS + 0.01));
    expect((await readFeed(stack, { since: paused(PAUSE_DAYS - 0.01), types: TYPES })).items).toEqual([]);
  });

  it("keeps the time at which its reader last had everything, however often it asks for a piece", async () => {
    const timeOf = (cursor: string): number => {
      let time = 0;
      withPlace(cursor, "credit", TYPES, (keys) => ((time = Number(keys.at(-1))), keys));
      return time;
    };
    const first = await readFeed(stack, { types: TYPES, first: 3 });
    const old = withPlace(first.cursor, "credit", TYPES, (keys) => [
      ...keys.slice(0, -1),
      Number(keys.at(-1)) - 86_400,
    ]);
    const next = await readFeed(stack, { since: old, types: TYPES, first: 3 });
    expect([next.hasMore, timeOf(next.cursor)]).toEqual([true, timeOf(old)]);
    expect(timeOf((await drain(old)).cursor)).toBeGreaterThan(timeOf(old));
  });

  it("outlives no deletion: one is forgotten only after the longest pause", async () => {
    await insert({ id: "F-OLD" }, { id: "F-NEW" });
    const { cursor } = await drain();
    await db("penalties").whereIn("id", ["F-OLD", "F-NEW"]).delete();
    const age = (key: string, days: number): Promise<number> =>
      db("changes")
        .where({ key })
        .update({ changed_at: db.raw("now() - make_interval(days => ?)", [days]) });
    await age("F-OLD", PAUSE_DAYS + 3);
    await age("F-NEW", PAUSE_DAYS + 1);
    expect(await forgetDeletions(db)).toBe(1);
    expect(opsOf((await drain(cursor)).items)).toEqual(["DELETE F-NEW"]);
  });

  it("of an epoch that ended for one service asks to begin again, though the others are in the same", async () => {
    const both = ["PENALTY", "SERVICE_MATTER"];
    const { cursor } = await drainFeed(stack, { types: both });
    await renewFeed(db, "2026-09-28", { newEpoch: true });
    const { body } = await askFeed(stack, { since: cursor, types: both });
    expect(body.errors?.[0]?.extensions).toMatchObject({ reason: "CURSOR_EXPIRED" });
    const again = await drainFeed(stack, { types: both });
    expect(new Set(again.items.map(({ kind }) => kind))).toEqual(new Set(both));
    expect(again.items.every(({ op }) => op === "UPSERT")).toBe(true);
  });

  it("from the future is none: the database was set back, and every reader begins again", async () => {
    const { cursor } = await drain();
    const future = withPlace(cursor, "credit", TYPES, ([epoch, number, xid, ...rest]) => [
      epoch!,
      number!,
      String(BigInt(xid!) + 1_000_000n),
      ...rest,
    ]);
    await expectExpired(future);
    await expectExpired(cursor);
    expect((await drain()).items.length).toBeGreaterThan(0);
  });
});

describe("rows that are loaded from a dump into the same database", () => {
  it("begin another epoch by themselves: old cursors are refused, new readers get everything, and go on", async () => {
    await insert({ id: "D-KEPT" }, { id: "D-LOST" });
    const dump = { rows: await db("changes"), feed: await db("change_feed"), penalties: await db("penalties") };
    await insert({ id: "D-LATER" });
    const { cursor } = await drain();
    await db.transaction(async (trx) => {
      // As pg_restore does it: without triggers, rows as they were.
      for (const table of ["penalties", "changes"]) await trx.raw("alter table ?? disable trigger user", [table]);
      await trx("penalties").delete();
      await trx("changes").delete();
      await trx("change_feed").delete();
      await trx.batchInsert("penalties", dump.penalties, 200);
      await trx.raw(
        `insert into changes overriding system value select * from jsonb_populate_recordset(null::changes, ?::jsonb)`,
        [JSON.stringify(dump.rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value))],
      );
      await trx("change_feed").insert(dump.feed);
      for (const table of ["penalties", "changes"]) await trx.raw("alter table ?? enable trigger user", [table]);
    });
    const { body } = await askFeed(stack, { since: cursor, types: TYPES });
    expect(body.errors?.[0]?.extensions).toMatchObject({ reason: "CURSOR_EXPIRED" });
    const fresh = await drain();
    const keys = fresh.items.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["D-KEPT", "D-LOST"]));
    expect(keys).not.toContain("D-LATER");
    await change("D-LOST", { withdrawn_on: "2026-09-28" });
    await change("D-KEPT", { version: 9 });
    expect(opsOf((await drain(fresh.cursor)).items)).toEqual(["DELETE D-LOST", "UPSERT D-KEPT"]);
  });
});

// Last, because the feed of this database goes on to later days.
describe("publicity that begins or ends by time", () => {
  const future = { published_on: "2026-10-02", publicity_until: "2027-01-01" };
  const ending = { publicity_until: "2026-09-30" };
  const shielded = { shielded_from: "2026-09-01", shielded_to: "2026-10-01" };

  it("is moved by the nightly job, in both directions, and not before its day", async () => {
    await insert({ id: "T-FUTURE", ...future }, { id: "T-ENDING", ...ending }, { id: "T-SHIELDED", ...shielded });
    const first = await drain();
    expect(opsOf(first.items).filter((op) => op.includes(" T-"))).toEqual(["UPSERT T-ENDING"]);
    await day("2026-09-30");
    expect(opsOf((await drain(first.cursor)).items).filter((op) => op.includes(" T-"))).toEqual([]);
    await day("2026-10-01");
    expect(opsOf((await drain(first.cursor)).items)).toContain("DELETE T-ENDING");
    await day("2026-10-02");
    const after = opsOf((await drain(first.cursor)).items).filter((op) => op.includes(" T-"));
    expect(after.sort()).toEqual(["DELETE T-ENDING", "UPSERT T-FUTURE", "UPSERT T-SHIELDED"]);
    const fresh = await drain();
    expect(opsOf(fresh.items).filter((op) => op.includes(" T-"))).toEqual(["UPSERT T-FUTURE", "UPSERT T-SHIELDED"]);
  });

  it("is moved at reading where the job did not run, by many readers at once, once", async () => {
    const { cursor } = await drain();
    await insert({ id: "T-READ", publicity_until: "2026-10-05" });
    const had = await drain(cursor);
    expect(opsOf(had.items)).toEqual(["UPSERT T-READ"]);
    const place = JSON.parse(Buffer.from(had.cursor, "base64url").toString("utf8")) as Record<string, string>;
    const query = `query ($since: String) { creditChanges(since: $since, types: [PENALTY], first: 500) { items { key op } } }`;
    const asOf = new Date("2026-10-06T04:00:00Z");
    const askAll = (): Promise<Answer[]> =>
      Promise.all(
        [1, 2, 3, 4].map(() => stack.askSubgraph("credit", query, { variables: { since: place["credit"] }, asOf })),
      );
    await askAll();
    // What they moved is told once no older transaction of the server is left.
    await othersSettled(stack);
    for (const { body } of await askAll())
      expect(opsOf(body.data.creditChanges.items).filter((op) => op.endsWith("T-READ"))).toEqual(["DELETE T-READ"]);
  });

  it.each(["2026-10-06", "2026-12-31", "2027-06-30", "2029-01-15"])(
    "on %s the feed tells what the public lists have",
    async (on) => {
      await day(on);
      const asOf = new Date(`${on}T04:00:00Z`);
      for (const [kind, list] of [
        ["LICENCE", "licences"],
        ["PENALTY", "penalties"],
        ["LIST_ENTRY", "listEntries"],
      ] as const) {
        const told = (await db("changes").where({ kind, op: "UPSERT" }).orderBy("key").pluck("key")) as string[];
        const ids: string[] = [];
        for (let after: string | undefined; ;) {
          const query = `query ($after: String) { page: ${list}(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
          const { body } = await stack.askSubgraph("credit", query, { variables: { after }, asOf });
          expect(body.errors).toBeUndefined();
          ids.push(...body.data.page.nodes.map(({ id }: { id: string }) => id));
          if (!body.data.page.pageInfo.hasNextPage) break;
          after = body.data.page.pageInfo.endCursor as string;
        }
        expect([kind, [...ids].sort()]).toEqual([kind, [...told].sort()]);
      }
    },
  );
});
