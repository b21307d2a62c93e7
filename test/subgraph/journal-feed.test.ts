/** The journal as those read it who follow it: no step is missed whatever the order in which transactions end, and none waits for others. */
import "reflect-metadata";
import type { Knex } from "knex";
import { createDatabase } from "../../platform/database/index.js";
import { readSteps, type JournalPlace } from "../../platform/write/index.js";
import { MOST_STEPS } from "../../platform/write/journal-feed.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";
import { until } from "../support/one-subgraph.js";

let database: TestDatabase;
let db: Knex;
let version = 0;
const open: Knex.Transaction[] = [];

beforeAll(async () => {
  database = await cloneDatabase();
  db = createDatabase({ url: database.urlOf("matters"), applicationName: "test", schema: "matters", ...PATIENT });
});
afterEach(async () => {
  for (const trx of open.splice(0)) if (!trx.isCompleted()) await trx.rollback();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const begin = async (): Promise<Knex.Transaction> => {
  const trx = await db.transaction();
  open.push(trx);
  return trx;
};

const rowOf = (key: string, kind = "Thing") => ({
  kind,
  key,
  version: ++version,
  event: "GO",
  to_state: "GONE",
  part: "OFFICER",
  recorded_at: new Date(),
  basis: "LICENSING-2019-32",
});
const write = async (key: string, trx: Knex = db, kind?: string): Promise<void> => {
  await trx("transitions").insert(rowOf(key, kind));
};

const present = async (): Promise<JournalPlace> => (await readSteps(db, { kinds: [] })).place;

interface Told {
  readonly settled: readonly string[] | undefined;
  readonly ahead: readonly string[];
  readonly place: JournalPlace;
}
const read = async (place: JournalPlace, more: { key?: string; kinds?: string[] } = {}): Promise<Told> => {
  const { steps, ahead, place: next } = await readSteps(db, { place, kinds: ["Thing"], ...more });
  const keys = (told: readonly { key: string }[]): string[] => told.map(({ key }) => key).sort();
  return { settled: steps && keys(steps), ahead: keys(ahead), place: next };
};

describe("the journal of a service", () => {
  it("tells what was written since a place, of the kinds and of the record that are asked for", async () => {
    const place = await present();
    await write("a");
    await write("b");
    await write("c", db, "Other");
    await until(async () => (await read(place)).settled?.length === 2);
    expect((await read(place)).settled).toEqual(["a", "b"]);
    expect((await read(place, { key: "b" })).settled).toEqual(["b"]);
    expect((await read(place, { kinds: ["Other"] })).settled).toEqual(["c"]);
    const { place: behind } = await read(place);
    expect(await read(behind)).toMatchObject({ settled: [], ahead: [] });
  });

  it("keeps a step that is written behind a later one, and tells the later one ahead", async () => {
    const place = await present();
    const slow = await begin();
    await write("slow", slow);
    await write("quick");
    const first = await read(place);
    expect(first).toMatchObject({ settled: [], ahead: ["quick"] });
    await slow.commit();
    await until(async () => (await read(first.place)).settled?.length === 2);
    expect((await read(first.place)).settled).toEqual(["quick", "slow"]);
  });

  it("says that it does not know in another life of the database, and where too much happened", async () => {
    const place = await present();
    expect((await read({ ...place, epoch: "other" })).settled).toBeUndefined();
    await db("transitions").insert(Array.from({ length: MOST_STEPS + 1 }, (_, index) => rowOf(`many-${index}`)));
    await until(async () => (await read(place)).settled === undefined);
  });
});
