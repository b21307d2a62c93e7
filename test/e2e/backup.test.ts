/** Backup, restore and upgrade by dump: from the distribution's PostgreSQL (15 or newer) into the newest; readers of the feed begin again and miss nothing. */
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Knex } from "knex";
import pg from "pg";
import { startPostgres, type LocalPostgres } from "../../infra/local/postgres.js";
import { createDatabase, migrateUp, provision, readChanges, type FeedPiece } from "../../platform/database/index.js";
import { credit } from "../../subgraphs/credit/subgraph.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { until } from "../support/one-subgraph.js";

const run = promisify(execFile);
const TODAY = "2026-09-28";

/** Programs of the oldest server that is installed and still supported. */
const programs = (existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [])
  .filter((version) => Number(version) >= 15 && existsSync(`/usr/lib/postgresql/${version}/bin/pg_dump`))
  .sort((a, b) => Number(a) - Number(b))
  .map((version) => `/usr/lib/postgresql/${version}/bin`)[0];

const read = (db: Knex, after?: FeedPiece): Promise<FeedPiece | undefined> =>
  readChanges(db, { kinds: ["PENALTY"], ...(after ? { after: after.place } : {}), limit: 500, today: TODAY });
/** Reads until as many are told: what is written waits for every transaction of the cluster that began before it, those of other tests too. */
const readAll = async (db: Knex, after: FeedPiece | undefined, count: number): Promise<FeedPiece | undefined> => {
  let piece: FeedPiece | undefined;
  await until(async () => {
    piece = await read(db, after);
    return piece === undefined || piece.rows.length >= count;
  });
  return piece;
};
const toldOf = (piece: FeedPiece | undefined): string[] | undefined => piece?.rows.map(({ op, key }) => `${op} ${key}`);
const openAt = (url: string): Knex =>
  createDatabase({ url, applicationName: "test", schema: "credit", statementTimeoutMs: 0 });
const penalty = (id: string): object => ({
  id,
  authority_uscc: "11990101MB9000015E",
  authority_id: "CN-USCC-11990101MB9000015E",
  division_code: "222401",
  counterparty_name: "导出甲公司",
  counterparty_type: "LEGAL_PERSON_02",
  doc_no: `备〔2026〕${id}号`,
  decision_date: "2026-08-03",
  published_on: "2026-08-05",
  violation_type: "违规",
  kinds: ["FINE"],
  content: "罚款",
  severity: "GENERAL",
  severity_rule_id: "L23-GENERAL",
});

(programs === undefined ? describe.skip : describe)("a dump of an older server", () => {
  let directory: string;
  let older: LocalPostgres;
  let source: Knex;
  let dump: string;
  /** A reader that has everything at the time of the dump, and one that began after it. */
  let old: FeedPiece | undefined;
  let later: FeedPiece | undefined;
  const open: Knex[] = [];
  const copies: TestDatabase[] = [];
  const restored: string[] = [];

  const sql = async (url: string, text: string): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const restoreInto = (url: string): Promise<unknown> =>
    run(join(programs!, "pg_restore"), ["--exit-on-error", "--dbname", url, dump]);

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "govgraph-backup-"));
    chmodSync(directory, 0o755);
    older = await startPostgres({ directory, volatile: true, programs: programs! });
    const url = new URL(older.url);
    [url.username, url.password] = ["govgraph_credit", "test"];
    await provision({ adminUrl: older.url, urls: { credit: url.href } });
    source = openAt(url.href);
    open.push(source);
    await migrateUp(source, credit.migrations, "credit");
    // The older cluster is far ahead in its transactions: its stamps lie in the future of the one that they are restored into.
    const copy = await cloneDatabase();
    copies.push(copy);
    const [{ next }] = (await sql(copy.ownerUrl, "select pg_current_xact_id()::text as next")) as [{ next: string }];
    await sql(
      older.url,
      `do $$ begin for i in 1..${Number(next) + 5_000} loop perform pg_current_xact_id(); commit; end loop; end $$`,
    );
    await source("penalties").insert(["B-KEPT", "B-CHANGED", "B-ENDS"].map(penalty));
    await source("penalties").insert(penalty("B-ENDED"));
    old = await read(source);
    await source("penalties").where("id", "B-ENDED").update({ repaired_on: "2026-09-20" });
    dump = join(directory, "govgraph.dump");
    await run(join(programs!, "pg_dump"), ["--format=custom", "--file", dump, older.url]);
    await source("penalties").insert(penalty("B-LOST"));
    later = await read(source);
  });
  afterAll(async () => {
    for (const db of open) await db.destroy();
    for (const name of restored) await copies[0]!.admin(`drop database ${name} with (force)`);
    for (const copy of copies) await copy.drop();
    await older?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const expectBegunAgain = async (db: Knex): Promise<void> => {
    expect(await migrateUp(db, credit.migrations, "credit")).toEqual([]);
    expect([await read(db, old), await read(db, later)]).toEqual([undefined, undefined]);
    const fresh = await read(db);
    expect(toldOf(fresh)?.sort()).toEqual(["UPSERT B-CHANGED", "UPSERT B-ENDS", "UPSERT B-KEPT"]);
    await db("penalties").where("id", "B-CHANGED").update({ version: 2 });
    await db("penalties").where("id", "B-ENDS").update({ withdrawn_on: TODAY });
    await db("penalties").insert(penalty("B-NEW"));
    const next = await readAll(db, fresh, 3);
    expect(toldOf(next)).toEqual(["UPSERT B-CHANGED", "DELETE B-ENDS", "UPSERT B-NEW"]);
    expect(toldOf(await read(db, next))).toEqual([]);
  };

  it("was read to its end before the restore", () => {
    expect(toldOf(old)?.sort()).toEqual(["UPSERT B-CHANGED", "UPSERT B-ENDED", "UPSERT B-ENDS", "UPSERT B-KEPT"]);
  });

  it("restored into the newest server, whose transactions are behind, gives new readers everything and old ones an end", async () => {
    const [copy] = copies;
    const name = `restored_${copy!.name}`;
    await copy!.admin(`create database ${name} template template0`);
    const urlAs = (url: string): string => new URL(`/${name}`, url).href;
    await restoreInto(urlAs(copy!.ownerUrl));
    const [ahead] = await sql(
      urlAs(copy!.ownerUrl),
      "select min(xid) > pg_current_xact_id() as ahead from credit.changes",
    );
    expect(ahead).toEqual({ ahead: true });
    const db = openAt(urlAs(copy!.urlOf("credit")));
    restored.push(name);
    open.push(db);
    await expectBegunAgain(db);
  });

  it("restored beside the original in the same cluster is another database: its readers begin again too", async () => {
    await sql(older.url, "create database beside");
    const admin = new URL("/beside", older.url).href;
    await restoreInto(admin);
    const url = new URL("/beside", older.url);
    [url.username, url.password] = ["govgraph_credit", "test"];
    const db = openAt(url.href);
    open.push(db);
    await expectBegunAgain(db);
    expect(toldOf(await read(source, later))).toEqual([]);
  });
});
