/** The feed of what changed in a service's public rows: kept by triggers, read in the order of transactions, so that a reader misses nothing. */
import type { Knex } from "knex";
import type { Migration } from "./migrate.js";

/** A table whose public rows are told of. */
export interface TrackedTable {
  /** Kind of record, such as SERVICE_MATTER. */
  readonly kind: string;
  readonly table: string;
  /** Column of the key that the graph knows. */
  readonly key: string;
  /** SQL condition over a row: true where its existence is public. */
  readonly isPublic: string;
  /** Column of the version number. */
  readonly version?: string;
}

/** Creates the migration that follows the tables from now on; rows that are there already are told of as new. */
export const createChangeTracking = (name: string, tables: readonly TrackedTable[]): Migration => ({
  name,
  async up(knex) {
    await knex.raw(`create table changes (
      kind text not null,
      key text not null,
      op text not null check (op in ('UPSERT', 'DELETE')),
      version integer,
      changed_at timestamptz not null default now(),
      xid xid8 not null default pg_current_xact_id(),
      seq bigint generated always as identity,
      primary key (kind, key))`);
    await knex.raw("create index changes_order on changes (xid, seq)");
    for (const table of tables) await trackTable(knex, table);
  },
  async down(knex) {
    for (const { table } of tables) {
      for (const event of ["write", "update", "delete", "truncate"])
        await knex.raw(`drop trigger if exists track_${event} on ${table}`);
      for (const event of ["write", "delete"]) await knex.raw(`drop function track_${table}_${event}()`);
    }
    await knex.schema.dropTable("changes");
  },
});

const MOVE = "changed_at = now(), xid = pg_current_xact_id(), seq = default";

const trackTable = async (knex: Knex, { kind, table, key, isPublic, version }: TrackedTable): Promise<void> => {
  const shown = `coalesce((${isPublic}), false)`;
  const upsert = (rows: string): string => `
    insert into changes as c (kind, key, op, version)
      select '${kind}', ${key}, 'UPSERT', ${version ?? "null"} from ${rows} where ${shown}
      on conflict on constraint changes_pkey do update set op = 'UPSERT', version = excluded.version, ${MOVE};`;
  const remove = (rows: string): string => `
    update changes c set op = 'DELETE', ${MOVE} from (${rows}) gone
      where c.kind = '${kind}' and c.key = gone.gone_key and c.op = 'UPSERT';`;
  await knex.raw(`create function track_${table}_write() returns trigger language plpgsql set search_path from current as $$
    begin ${upsert("changed_rows")} ${remove(`select ${key} as gone_key from changed_rows where not ${shown}`)}
    return null; end $$`);
  await knex.raw(`create function track_${table}_delete() returns trigger language plpgsql set search_path from current as $$
    begin if tg_op = 'TRUNCATE' then
      update changes c set op = 'DELETE', ${MOVE} where c.kind = '${kind}' and c.op = 'UPSERT';
    else ${remove(`select ${key} as gone_key from old_rows`)} end if;
    return null; end $$`);
  for (const [event, verb] of [
    ["write", "insert"],
    ["update", "update"],
  ] as const) {
    await knex.raw(`create trigger track_${event} after ${verb} on ${table}
      referencing new table as changed_rows for each statement execute function track_${table}_write()`);
  }
  await knex.raw(`create trigger track_delete after delete on ${table}
    referencing old table as old_rows for each statement execute function track_${table}_delete()`);
  await knex.raw(`create trigger track_truncate after truncate on ${table}
    for each statement execute function track_${table}_delete()`);
  await knex.raw(upsert(table));
};

/** A change as it is kept. */
export interface ChangeRow {
  readonly kind: string;
  readonly key: string;
  readonly op: "UPSERT" | "DELETE";
  readonly version: number | null;
  readonly changed_at: Date;
  /** Transaction and place in it: the order of the feed. */
  readonly xid: string;
  readonly seq: bigint;
}

/** Changes after a place, oldest first. Rows of transactions that may still be overtaken are left for the next time. */
export const readChanges = async (
  db: Knex,
  options: { kinds: readonly string[]; after: readonly [xid: string, seq: string]; limit: number },
): Promise<ChangeRow[]> =>
  (await db("changes")
    .select("kind", "key", "op", "version", "changed_at", db.raw("xid::text as xid"), "seq")
    .whereIn("kind", [...options.kinds])
    .whereRaw("(xid, seq) > (?::xid8, ?::bigint)", [...options.after])
    .whereRaw("xid < pg_snapshot_xmin(pg_current_snapshot())")
    .orderByRaw("changes.xid, seq")
    .limit(options.limit)) as ChangeRow[];
