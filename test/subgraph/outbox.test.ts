/** The outbox: what is sent and read in order, what an operator is shown, and what is kept. */
import "reflect-metadata";
import type { Knex } from "knex";
import {
  forgetDelivered,
  keepRoutes,
  listStuck,
  presentPlace,
  readOutbox,
  sendAgain,
  sendAgainSince,
  sendMessage,
  type NewMessage,
  type OutboxPlace,
} from "../../platform/outbox/index.js";
import { markDelivered, markFailed, markSetAside } from "../../platform/outbox/deliveries.js";
import { createDatabase } from "../../platform/database/index.js";
import { until } from "../support/one-subgraph.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";

const MESSAGE: NewMessage = {
  topic: "done",
  record: "thing/1",
  version: 1,
  payload: { number: "number-of-a-case" },
  occurredAt: new Date("2026-09-28T01:00:00Z"),
};

/** A message as it stands in the table. */
const ROW = { topic: "done", record: "thing/1", version: 1, payload: {}, occurred_at: MESSAGE.occurredAt };

let database: TestDatabase;
let db: Knex;
const open: Knex.Transaction[] = [];

/** A transaction that ends with the test, if not before. */
const begin = async (): Promise<Knex.Transaction> => {
  const trx = await db.transaction();
  open.push(trx);
  return trx;
};

beforeEach(async () => {
  database = await cloneDatabase();
  db = createDatabase({ url: database.urlOf("matters"), applicationName: "test", schema: "matters", ...PATIENT });
  await keepRoutes(db, new Map([["done", ["credit", "funds"]]]));
});
afterEach(async () => {
  for (const trx of open.splice(0)) if (!trx.isCompleted()) await trx.rollback();
  await db.destroy();
  await database.drop();
});

const send = (more: Partial<NewMessage> = {}): Promise<string> =>
  db.transaction((trx) => sendMessage(trx, { ...MESSAGE, ...more }));

/** Reads until so many have come: transactions of other databases of the server hold a reader back too. */
const readAll = async (
  after: OutboxPlace,
  count: number,
): Promise<readonly [versions: number[], place: OutboxPlace]> => {
  const versions: number[] = [];
  for (let place = after; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const [some, next] = await read(place);
    versions.push(...some);
    place = next;
    if (versions.length >= count) return [versions, place];
  }
};

const read = async (after: OutboxPlace): Promise<readonly [versions: number[], place: OutboxPlace]> => {
  const piece = (await readOutbox(db, { topics: ["done"], after, limit: 100 }))!;
  return [piece.messages.map(({ version }) => version), piece.place];
};

describe("sending", () => {
  it("makes a delivery and a job for each receiver, in one statement", async () => {
    const id = await send();
    expect(await db("deliveries").select("message", "receiver", "tries").orderBy("receiver")).toEqual([
      { message: id, receiver: "credit", tries: 0 },
      { message: id, receiver: "funds", tries: 0 },
    ]);
    expect(await db("jobs").select("task_identifier", "max_attempts")).toEqual([
      { task_identifier: "deliver", max_attempts: 32_767 },
      { task_identifier: "deliver", max_attempts: 32_767 },
    ]);
  });

  it.each([
    ["a topic that nobody receives", { topic: "other" }, "No service receives the topic other."],
    ["a topic that is no name", { topic: "Done!" }, "A topic has small letters, digits and hyphens."],
    ["a payload that is too long", { payload: { text: "x".repeat(70_000) } }, "The payload of done is longer than"],
  ])("refuses %s, and leaves nothing", async (_what, more, sentence) => {
    await expect(send(more)).rejects.toThrow(sentence);
    expect(await db("outbox")).toEqual([]);
  });

  it("leaves messages as they are", async () => {
    await send();
    await expect(db("outbox").update({ version: 2 })).rejects.toThrow("messages of the outbox are never changed");
  });
});

describe("a reader of the outbox", () => {
  it("goes on from its place, and misses nothing of a transaction that ends later", async () => {
    const place = await presentPlace(db);
    const slow = await begin();
    await sendMessage(slow, { ...MESSAGE, record: "thing/slow", version: 1 });
    await send({ record: "thing/fast", version: 2 });
    const [none, same] = await read(place);
    expect(none).toEqual([]);
    await slow.commit();
    const [both, end] = await readAll(same, 2);
    expect(both).toEqual([1, 2]);
    expect((await read(end))[0]).toEqual([]);
    await send({ version: 3 });
    expect((await readAll(end, 1))[0]).toEqual([3]);
  });

  it("reads each record in order, where a transaction that began first wrote last", async () => {
    const place = await presentPlace(db);
    const early = await begin();
    await sendMessage(early, { ...MESSAGE, record: "thing/other", version: 9 });
    await send({ version: 1 });
    await sendMessage(early, { ...MESSAGE, version: 2 });
    await early.commit();
    await readAll(place, 3);
    const { messages } = (await readOutbox(db, { topics: ["done"], after: place, limit: 100 }))!;
    expect(messages.filter(({ record }) => record === "thing/1").map(({ version }) => version)).toEqual([1, 2]);
    expect(messages).toHaveLength(3);
  });

  it("reads piece by piece, and no other topics", async () => {
    const place = await presentPlace(db);
    for (let version = 1; version <= 5; version++) await send({ version });
    await readAll(place, 5);
    const first = (await readOutbox(db, { topics: ["done"], after: place, limit: 2 }))!;
    expect([first.messages.map(({ version }) => version), first.hasMore]).toEqual([[1, 2], true]);
    expect((await read(first.place))[0]).toEqual([3, 4, 5]);
    expect((await readOutbox(db, { topics: ["other"], after: place, limit: 2 }))!.messages).toEqual([]);
  });

  it("begins again where the database was restored", async () => {
    const place = await presentPlace(db);
    await db("outbox_state").update({ home: "elsewhere" });
    expect(await readOutbox(db, { topics: ["done"], after: place, limit: 2 })).toBeUndefined();
    const [again] = await read(await presentPlace(db));
    expect(again).toEqual([]);
    // Its transactions may have had greater numbers where it came from; later messages of the record do not wait for those.
    await db("outbox").delete();
    await db("outbox").insert({ ...ROW, epoch: 1, place: "9000000000000" });
    const here = await presentPlace(db);
    await send({ version: 7 });
    await until(async () => (await read(here))[0].length > 0);
    expect((await read(here))[0]).toEqual([7]);
  });
});

describe("an operator", () => {
  it("sees what is set aside before what waits, with codes and without what it says", async () => {
    const [one, two] = [await send({ version: 1 }), await send({ version: 2 })];
    await markFailed(db, { message: one, receiver: "credit" }, "ECONNREFUSED");
    await markSetAside(db, { message: two, receiver: "funds" }, "NO_SUCH_RECORD");
    await markDelivered(db, { message: one, receiver: "funds" });
    const stuck = await listStuck(db, 10);
    expect(stuck.map(({ message, receiver, why, isSetAside }) => ({ message, receiver, why, isSetAside }))).toEqual([
      { message: two, receiver: "funds", why: "NO_SUCH_RECORD", isSetAside: true },
      { message: one, receiver: "credit", why: "ECONNREFUSED", isSetAside: false },
      { message: two, receiver: "credit", why: null, isSetAside: false },
    ]);
    expect(JSON.stringify(stuck)).not.toContain("number-of-a-case");
  });

  it("sends again what was set aside, and what was delivered since a time", async () => {
    const id = await send();
    await markSetAside(db, { message: id, receiver: "funds" }, "NO_SUCH_RECORD");
    await markDelivered(db, { message: id, receiver: "credit" });
    expect(await sendAgainSince(db, new Date("2020-01-01"))).toBe(1);
    expect(await sendAgain(db, id)).toBe(1);
    expect(await sendAgain(db, id)).toBe(0);
    expect((await listStuck(db, 10)).map(({ isSetAside, tries }) => [isSetAside, tries])).toEqual([
      [false, 0],
      [false, 0],
    ]);
    expect(await db("jobs").where("task_identifier", "sweep").orderBy("key").select("key")).toEqual([
      { key: "sweep credit" },
      { key: "sweep funds" },
    ]);
  });

  it("has messages forgotten that everybody has had for a month, and no other", async () => {
    const send32 = async (receivers: readonly string[]): Promise<string> => {
      const [id] = (await db("outbox")
        .insert({ ...OLD, sent_at: db.raw("now() - interval '33 days'") })
        .returning("id")) as { id: string }[];
      for (const receiver of receivers)
        await db("deliveries").insert({ message: id!.id, receiver, record: "r", seq: 1 });
      return id!.id;
    };
    const OLD = { ...ROW, epoch: 1, place: "1" };
    const had = await send32(["credit"]);
    await db("deliveries").update({ delivered_at: db.raw("now() - interval '33 days'") });
    const [waits, aside] = [await send32(["credit"]), await send32(["funds"])];
    await markSetAside(db, { message: aside, receiver: "funds" }, "NO_SUCH_RECORD");
    const young = await send();
    expect(await forgetDelivered(db)).toBe(1);
    expect(((await db("outbox").select("id")) as { id: string }[]).map(({ id }) => id).sort()).toEqual(
      [waits, aside, young].sort(),
    );
    expect(had).not.toBe(waits);
  });
});
