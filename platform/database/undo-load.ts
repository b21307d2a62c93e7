/** Undoes a load by its journal: what it inserted is deleted, what it changed becomes the version before it again, as a new version. A column that came since keeps what it holds. */
import type { Knex } from "knex";
import { UNDO_DAYS, type JournaledTable } from "./journaled-table.js";
import { SET_JOURNAL } from "./load-set-journal.js";
import { builtUpon, changedSince, setsChangedSince, type LoadToUndo } from "./undo-checks.js";
import { restoreRows, restoreSets, restoreVersions } from "./undo-restore.js";

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

/** Records of which a load changed the sets alone: they have no new version. */
const setsOnly = async (trx: Knex.Transaction, { sets = [] }: JournaledTable, loadId: string): Promise<number> => {
  if (sets.length === 0) return 0;
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(
    `select count(distinct s.key)::integer as count from ?? s
     where s.load_id = ? and s.before <> s.after
       and not exists (select from load_journal j where j.load_id = s.load_id and j.key = s.key)`,
    [SET_JOURNAL, loadId],
  );
  return rows[0]!.count;
};

/**
 * Undoes the load in the given transaction, all of it or nothing; triggers tell the feed of changes. `journaled` is the table that the load
 * wrote.
 */
export const undoLoad = async (
  trx: Knex.Transaction,
  journaled: JournaledTable,
  load: LoadToUndo,
): Promise<UndoOutcome> => {
  const { table, key } = journaled;
  const { loadId } = load;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`govgraph.undo.${loadId}`]);
  const done = (await trx("undone_loads").where({ load_id: loadId }).first("removed", "restored")) as
    { readonly removed: number; readonly restored: number } | undefined;
  if (done !== undefined) return { kind: "UNDONE", ...done };
  const changedKeys = new Set([
    ...(await changedSince(trx, journaled, loadId)),
    ...(await setsChangedSince(trx, journaled, loadId)),
  ]);
  if (changedKeys.size > 0) return { kind: "CHANGED_SINCE", keys: [...changedKeys].sort() };
  const named = await builtUpon(trx, journaled, load);
  if (named.length > 0) return { kind: "BUILT_UPON", keys: named };
  const { inserted, changed } = await journalCounts(trx, loadId);
  const restored = changed + (await setsOnly(trx, journaled, loadId));
  if (inserted + restored === 0) return { kind: "UNKNOWN" };
  await restoreRows(trx, journaled, loadId);
  await restoreVersions(trx, journaled, load);
  await trx.raw(
    `delete from ?? t using load_journal j where j.load_id = ? and j.table_name = ? and j.before is null and t.?? = j.key`,
    [table, loadId, table, key],
  );
  await restoreSets(trx, journaled, loadId);
  await trx("undone_loads").insert({ load_id: loadId, removed: inserted, restored });
  await trx("load_journal").where({ load_id: loadId }).delete();
  return { kind: "UNDONE", removed: inserted, restored };
};

/** Forgets what was there before loads that can no longer be undone; returns how many rows. */
export const forgetJournal = async (db: Knex): Promise<number> => {
  const old = (table: string): Promise<number> =>
    db(table).whereRaw("written_at < now() - make_interval(days => ?)", [UNDO_DAYS]).delete();
  const hasSets = await db.raw<{ rows: { found: boolean }[] }>("select to_regclass(?) is not null as found", [
    SET_JOURNAL,
  ]);
  return (await old("load_journal")) + (hasSets.rows[0]!.found ? await old(SET_JOURNAL) : 0);
};
