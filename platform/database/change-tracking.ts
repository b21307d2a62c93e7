/** What a migration sets up for the feed of changes: a row per public record, kept by triggers, and the place and day at which the feed stands. */
import type { Knex } from "knex";
import type { Migration } from "./migrate.js";

/** A table whose public rows are told of. */
export interface TrackedTable {
  /** Kind of record, such as SERVICE_MATTER. */
  readonly kind: string;
  readonly table: string;
  /** Column of the key that the graph knows. */
  readonly key: string;
  /** SQL condition over a row: true where its existence is public on the day `feed_day`. */
  readonly isPublic: string;
  /** Column of the version number. */
  readonly version?: string;
}

/** SQL of the lock that writers of records share, and that whoever moves the feed as a whole holds alone. */
export const FEED_LOCK = "hashtextextended('govgraph.changes.' || current_schema(), 0)";

/** SQL that says where this database is: cluster, timeline, database. A restored copy is elsewhere. */
export const FEED_HOME = `concat_ws('.', (select system_identifier from pg_control_system()),
  left(pg_walfile_name(pg_current_wal_lsn()), 8), (select oid from pg_database where datname = current_database()))`;

/** SQL of a new epoch's name; readers of the feed can not guess one. */
export const NEW_EPOCH = "replace(gen_random_uuid()::text, '-', '')";

const MOVE = "changed_at = now(), epoch = feed_epoch, xid = pg_current_xact_id(), seq = default";

/** Creates the migration that follows the tables from now on; rows that are there already are told of as new, in a new epoch. */
export const createChangeTracking = (name: string, tables: readonly TrackedTable[]): Migration => ({
  name,
  async up(knex) {
    await dropTracking(knex, tables);
    // `first_*` is where a record was first told of: who stands before that never had it.
    await knex.raw(`create table changes (
      kind text not null,
      key text not null,
      op text not null check (op in ('UPSERT', 'DELETE')),
      version integer,
      changed_at timestamptz not null default now(),
      epoch integer not null,
      xid xid8 not null default pg_current_xact_id(),
      seq bigint generated always as identity,
      first_epoch integer not null,
      first_xid xid8 not null default pg_current_xact_id(),
      primary key (kind, key))`);
    await knex.raw("create index changes_order on changes (epoch, xid, seq)");
    await knex.raw("create index changes_gone on changes (changed_at) where op = 'DELETE'");
    await knex.raw(`create table change_feed (
      only_row boolean primary key default true check (only_row),
      epoch text not null,
      number integer not null,
      day date not null,
      home text not null,
      stamp xid8 not null)`);
    await knex.raw(`insert into change_feed (epoch, number, day, home, stamp)
      values (${NEW_EPOCH}, 1, (now() at time zone 'Asia/Shanghai')::date, ${FEED_HOME}, pg_current_xact_id())`);
    for (const table of tables) await trackTable(knex, table);
    await createMoves(
      knex,
      tables.map(({ table }) => table),
    );
    await knex.raw("select move_changes(day, number) from change_feed");
  },
  async down(knex) {
    await dropTracking(knex, tables);
  },
});

/**
 * Follows these tables of a feed by other conditions from now on: readers that had what is public no longer are told of its end, and of
 * nothing else.
 */
export const retrack = async (knex: Knex, tables: readonly TrackedTable[]): Promise<void> => {
  for (const table of tables) {
    await untrackTable(knex, table);
    await trackTable(knex, table);
    await knex.raw("select ??(day, number) from change_feed", [`move_${table.table}`]);
  }
};

/** Follows more tables of a feed from now on, beside those of these names; what is public in them is told of as new. */
export const createFurtherTracking = (
  name: string,
  before: readonly string[],
  added: readonly TrackedTable[],
): Migration => ({
  name,
  async up(knex) {
    await createMoves(knex, [...before, ...added.map(({ table }) => table)]);
    for (const table of added) {
      await trackTable(knex, table);
      await knex.raw("select ??(day, number) from change_feed", [`move_${table.table}`]);
    }
  },
  async down(knex) {
    await createMoves(knex, before);
    for (const table of added) await untrackTable(knex, table);
    await knex("changes")
      .whereIn(
        "kind",
        added.map(({ kind }) => kind),
      )
      .delete();
  },
});

/** Follows these tables of a feed under other names; nothing is told of for it. `rename` gives tables and columns their names. */
export const retrackRenamed = async (
  knex: Knex,
  before: readonly TrackedTable[],
  after: readonly TrackedTable[],
  rename: () => Promise<void>,
): Promise<void> => {
  for (const table of before) await untrackTable(knex, table);
  await rename();
  for (const [index, { kind }] of after.entries())
    await knex("changes").where({ kind: before[index]!.kind }).update({ kind });
  for (const table of after) await trackTable(knex, table);
  await createMoves(
    knex,
    after.map(({ table }) => table),
  );
};

/** A migration of the feed whose work a later one repeats; databases that ran it know its name. */
export const supersededTracking = (name: string): Migration => ({
  name,
  up: async () => undefined,
  down: async () => undefined,
});

/** All tables of the feed move in one step. */
const createMoves = (knex: Knex, tables: readonly string[]): PromiseLike<unknown> =>
  knex.raw(`create or replace function move_changes(feed_day date, feed_epoch integer) returns void language plpgsql set search_path from current as $$
      begin ${tables.map((table) => `perform move_${table}(feed_day, feed_epoch);`).join(" ")} end $$`);

/** Takes away what this and earlier forms of the feed set up. */
const dropTracking = async (knex: Knex, tables: readonly TrackedTable[]): Promise<void> => {
  for (const table of tables) await untrackTable(knex, table);
  await knex.raw("drop function if exists move_changes(date, integer)");
  await knex.raw("drop table if exists changes, change_feed");
};

const untrackTable = async (knex: Knex, { table }: TrackedTable): Promise<void> => {
  for (const event of ["insert", "write", "update", "delete", "truncate"])
    await knex.raw(`drop trigger if exists track_${event} on ${table}`);
  for (const form of ["_write()", "_delete()", "()"]) await knex.raw(`drop function if exists track_${table}${form}`);
  await knex.raw(`drop function if exists move_${table}(date, integer)`);
};

const trackTable = async (knex: Knex, { kind, table, key, isPublic, version }: TrackedTable): Promise<void> => {
  const shown = `coalesce((${isPublic}), false)`;
  const upsert = (rows: string, condition = "true"): string => `
    insert into changes as c (kind, key, op, version, epoch, first_epoch)
      select '${kind}', ${key}, 'UPSERT', ${version ?? "null"}, feed_epoch, feed_epoch from ${rows} t where ${shown} and ${condition}
      on conflict on constraint changes_pkey do update set op = 'UPSERT', version = excluded.version, ${MOVE};`;
  const remove = (condition: string): string => `
    update changes c set op = 'DELETE', ${MOVE} where c.kind = '${kind}' and c.op = 'UPSERT' and ${condition};`;
  await knex.raw(`create function track_${table}() returns trigger language plpgsql
      set search_path from current set lock_timeout = '60s' as $$
    declare feed_day date; feed_epoch integer;
    begin
      perform pg_advisory_xact_lock_shared(${FEED_LOCK});
      select day, number into feed_day, feed_epoch from change_feed;
      if tg_op in ('INSERT', 'UPDATE') then ${upsert("changed_rows")} end if;
      if tg_op = 'UPDATE' then
        ${remove(`c.key in (select ${key} from old_rows except select ${key} from changed_rows where ${shown})`)}
      elsif tg_op = 'DELETE' then ${remove(`c.key in (select ${key} from old_rows)`)}
      elsif tg_op = 'TRUNCATE' then ${remove("true")} end if;
      return null;
    end $$`);
  for (const [event, rows] of [
    ["insert", "referencing new table as changed_rows"],
    ["update", "referencing old table as old_rows new table as changed_rows"],
    ["delete", "referencing old table as old_rows"],
    ["truncate", ""],
  ] as const) {
    await knex.raw(`create trigger track_${event} after ${event} on ${table} ${rows}
      for each statement execute function track_${table}()`);
  }
  // What time alone begins or ends, and whatever else no trigger sees.
  await knex.raw(`create function move_${table}(feed_day date, feed_epoch integer) returns void language plpgsql
      set search_path from current as $$
    begin
      ${upsert(table, `not exists (select 1 from changes told where told.kind = '${kind}' and told.key = t.${key} and told.op = 'UPSERT')`)}
      ${remove(`not exists (select 1 from ${table} t where t.${key} = c.key and ${shown})`)}
    end $$`);
};
