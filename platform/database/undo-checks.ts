/** What stands in the way of an undo: records that were changed or removed since, and records that later ones name. */
import type { Knex } from "knex";
import type { LocalDate } from "../domain/index.js";
import type { JournaledTable } from "./journaled-table.js";
import { rowsOfSet, SET_JOURNAL } from "./load-set-journal.js";
import { namedIn } from "./named-in.js";

/** The load that is undone. */
export interface LoadToUndo {
  readonly loadId: string;
  /** Day of the request, from which a restored version is valid. */
  readonly today: LocalDate;
  /** Those of records that would go which other services name. */
  readonly namedElsewhere?: (keys: readonly string[]) => Promise<readonly string[]>;
}

/** Keys of journaled rows that are no longer as the load left them; the rows are locked. */
export const changedSince = async (
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

/** Keys of records whose sets are no longer as the load left them; nobody else writes to the sets until the transaction ends. */
export const setsChangedSince = async (
  trx: Knex.Transaction,
  { sets = [] }: JournaledTable,
  loadId: string,
): Promise<string[]> => {
  const found: string[] = [];
  for (const set of sets) {
    await trx.raw("lock table ?? in share row exclusive mode", [set.table]);
    const { rows } = await trx.raw<{ rows: { key: string }[] }>(
      `select key from ?? j where load_id = ? and table_name = ? and after is distinct from ${rowsOfSet(set, "j.key")} order by key`,
      [SET_JOURNAL, loadId, set.table],
    );
    found.push(...rows.map(({ key }) => key));
  }
  return found;
};

/** Keys of records that others name, here or in other services: what the load inserted may then not go, nor what it changed be changed again, as each column says. */
export const builtUpon = async (
  trx: Knex.Transaction,
  { table, namedBy = [] }: JournaledTable,
  { loadId, namedElsewhere }: LoadToUndo,
): Promise<string[]> => {
  const rows = (await trx("load_journal")
    .where({ load_id: loadId, table_name: table })
    .orderBy("key")
    .select("key", trx.raw("before is null as inserted"))) as {
    readonly key: string;
    readonly inserted: boolean;
  }[];
  const inserted = rows.flatMap((row) => (row.inserted ? [row.key] : []));
  const mayChange = namedBy.filter((column) => column.mayChange === true);
  const mayNot = namedBy.filter((column) => column.mayChange !== true);
  const all = rows.map(({ key }) => key);
  const found = [...(await namedIn(trx, mayNot, all)), ...(await namedIn(trx, mayChange, inserted))];
  if (inserted.length > 0 && namedElsewhere !== undefined) found.push(...(await namedElsewhere(inserted)));
  return [...new Set(found)].sort();
};
