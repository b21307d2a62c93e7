/** Puts back what a load changed: rows with a version more, their versions, and the sets that belong to them. */
import type { Knex } from "knex";
import type { JournaledTable } from "./journaled-table.js";
import { SET_JOURNAL } from "./load-set-journal.js";
import type { LoadToUndo } from "./undo-checks.js";

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

/** What was changed is as it was before, and a version more. */
export const restoreRows = async (trx: Knex.Transaction, journaled: JournaledTable, loadId: string): Promise<void> => {
  const { table, key } = journaled;
  const columns = await restorable(trx, journaled);
  await trx.raw(
    `update ?? t set (${columns.map(() => "??").join(", ")}) = (select ${columns.map(() => "r.??").join(", ")}
       from jsonb_populate_record(t, j.before) r), version = t.version + 1
     from load_journal j where j.load_id = ? and j.table_name = ? and j.before is not null and t.?? = j.key`,
    [table, ...columns, ...columns, loadId, table, key],
  );
};

/** The version of the load ends, on its first day at the earliest, and the restored one begins. */
export const restoreVersions = async (
  trx: Knex.Transaction,
  { table, key, versions }: JournaledTable,
  { loadId, today }: LoadToUndo,
): Promise<void> => {
  if (versions === undefined) return;
  const restored =
    "from load_journal j join ?? t on t.?? = j.key where j.load_id = ? and j.table_name = ? and j.before is not null";
  const ofLoad = [table, key, loadId, table];
  await trx.raw(
    `update ?? v set valid_to = greatest(v.valid_from, ?::date - 1) from (select t.* ${restored}) t
     where v.?? = t.?? and v.valid_to is null and v.version < t.version`,
    [versions.table, today, ...ofLoad, versions.of, key],
  );
  const names = versions.columns.map(() => "??").join(", ");
  await trx.raw(
    `insert into ?? (??, version, valid_from, ${names}) select t.??, t.version, ?::date, ${versions.columns.map(() => "t.??").join(", ")} ${restored}`,
    [versions.table, versions.of, ...versions.columns, key, today, ...versions.columns, ...ofLoad],
  );
};

/** Sets hold again what they held; those of records that went are gone with them. */
export const restoreSets = async (
  trx: Knex.Transaction,
  { table, key, sets = [] }: JournaledTable,
  loadId: string,
): Promise<void> => {
  for (const set of sets) {
    const ofLoad = [SET_JOURNAL, loadId, set.table];
    await trx.raw(
      "delete from ?? s using (select key from ?? where load_id = ? and table_name = ?) j where s.?? = j.key",
      [set.table, ...ofLoad, set.of],
    );
    await trx.raw(
      `insert into ?? select r.* from ?? j join ?? t on t.?? = j.key, jsonb_populate_recordset(null::??, j.before) r
       where j.load_id = ? and j.table_name = ?`,
      [set.table, SET_JOURNAL, table, key, set.table, loadId, set.table],
    );
    await trx(SET_JOURNAL).where({ load_id: loadId, table_name: set.table }).delete();
  }
};
