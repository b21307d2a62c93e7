/** Undoes a load by its journal: what it inserted is deleted, what it changed becomes the version before it again, as a new version. A column that came since keeps what it holds. */
import type { Knex } from "knex";
import { UNDO_DAYS, type JournaledTable } from "./load-journal.js";

/** What became of an undo. */
export type UndoOutcome =
  /** Also where it was done before. */
  | { readonly kind: "UNDONE"; readonly removed: number; readonly restored: number }
  /** Records that were changed or removed after the load, or on which later records rest, by their keys. */
  | { readonly kind: "CHANGED_SINCE" | "BUILT_UPON"; readonly keys: readonly string[] }
  /** Nothing is known of such a load: it wrote nothing, or it is too long ago. */
  | { readonly kind: "UNKNOWN" };

/** How many records a load inserted and changed. */
export const journalCounts = async (
  db: Knex,
  loadId: string,
): Promise<{ readonly inserted: number; readonly changed: number }> => {
  const { rows } = await db.raw<{ rows: { inserted: number; changed: number }[] }>(
    `select count(*) filter (where before is null)::integer as inserted, count(before)::integer as changed
     from load_journal where load_id = ?`,
    [loadId],
  );
  return rows[0]!;
};

/** Columns that an undo sets: all but the key, the version and what the database makes itself. */
const restorable = async (trx: Knex.Transaction, { table, key }: JournaledTable): Promise<string[]> => {
  const { rows } = await trx.raw<{ rows: { name: string }[] }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = ? and column_name not in (?, 'version')
       and is_generated = 'NEVER' and is_identity = 'NO'`,
    [table, key],
  );
  return rows.map(({ name }) => name);
};

/** Keys of journaled rows that are no longer as the load left them; the rows are locked. */
const changedSince = async (
  trx: Knex.Transaction,
  { table, key }: JournaledTable,
  loadId: string,
): Promise<string[]> => {
  await trx.raw(
    `select from ?? t where t.?? in (select j.key from load_journal j where j.load_id = ? and j.table_name = ?) order by t.?? for update`,
    [table, key, loadId, table, key],
  );
  const { rows } = await trx.raw<{ rows: { key: string }[] }>(
    `select j.key from load_journal j left join ?? t on t.?? = j.key
     where j.load_id = ? and j.table_name = ? and t.version is distinct from j.version order by j.key`,
    [table, key, loadId, table],
  );
  return rows.map((row) => row.key);
};

/** Keys of journaled rows that other records name. */
const builtUpon = async (
  trx: Knex.Transaction,
  { table: journaled, namedBy = [] }: JournaledTable,
  loadId: string,
): Promise<string[]> => {
  const found: string[] = [];
  for (const { table, column } of namedBy) {
    const { rows } = await trx.raw<{ rows: { key: string }[] }>(
      "select distinct j.key from load_journal j join ?? r on r.?? = j.key where j.load_id = ? and j.table_name = ? order by j.key",
      [table, column, loadId, journaled],
    );
    found.push(...rows.map(({ key }) => key));
  }
  return [...new Set(found)];
};

/**
 * Undoes the load in the given transaction, all of it or nothing; triggers tell the feed of changes. `table` is the one that the load
 * wrote.
 */
export const undoLoad = async (
  trx: Knex.Transaction,
  journaled: JournaledTable,
  loadId: string,
): Promise<UndoOutcome> => {
  const { table, key } = journaled;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`govgraph.undo.${loadId}`]);
  const done = (await trx("undone_loads").where({ load_id: loadId }).first("removed", "restored")) as
    { readonly removed: number; readonly restored: number } | undefined;
  if (done !== undefined) return { kind: "UNDONE", ...done };
  const keys = await changedSince(trx, { table, key }, loadId);
  if (keys.length > 0) return { kind: "CHANGED_SINCE", keys };
  const named = await builtUpon(trx, journaled, loadId);
  if (named.length > 0) return { kind: "BUILT_UPON", keys: named };
  const { inserted, changed } = await journalCounts(trx, loadId);
  if (inserted + changed === 0) return { kind: "UNKNOWN" };
  const columns = await restorable(trx, { table, key });
  await trx.raw(
    `update ?? t set (${columns.map(() => "??").join(", ")}) = (select ${columns.map(() => "r.??").join(", ")}
       from jsonb_populate_record(t, j.before) r), version = t.version + 1
     from load_journal j where j.load_id = ? and j.table_name = ? and j.before is not null and t.?? = j.key`,
    [table, ...columns, ...columns, loadId, table, key],
  );
  await trx.raw(
    `delete from ?? t using load_journal j where j.load_id = ? and j.table_name = ? and j.before is null and t.?? = j.key`,
    [table, loadId, table, key],
  );
  await trx("undone_loads").insert({ load_id: loadId, removed: inserted, restored: changed });
  await trx("load_journal").where({ load_id: loadId }).delete();
  return { kind: "UNDONE", removed: inserted, restored: changed };
};

/** Forgets what was there before loads that can no longer be undone; returns how many rows. */
export const forgetJournal = (db: Knex): Promise<number> =>
  db("load_journal").whereRaw("written_at < now() - make_interval(days => ?)", [UNDO_DAYS]).delete();
