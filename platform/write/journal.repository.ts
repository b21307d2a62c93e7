/** SQL of the journal. */
import type { Knex } from "knex";
import { toRow, type NewOf, type RecordOf, type RowOf } from "../database/index.js";
import { TRANSITIONS } from "./journal.rows.js";

/** A transition as it is kept. */
export type RecordedTransition = RecordOf<typeof TRANSITIONS>;

/** Most entries of one record's history that are read. */
export const MOST_ENTRIES = 50;

/** Adds a transition; it is never changed. */
export const appendTransition = async (trx: Knex.Transaction, transition: NewOf<typeof TRANSITIONS>): Promise<void> => {
  await trx(TRANSITIONS.name).insert(toRow(TRANSITIONS, transition));
};

/** When somebody last did something to a record of the service; undefined where nobody did. */
export const lastActAt = async (db: Knex): Promise<Date | undefined> => {
  const [row] = (await db(TRANSITIONS.name).whereNotNull("actor").max("recorded_at as at")) as { at: Date | null }[];
  return row?.at ?? undefined;
};

/** What happened to these records of a kind, oldest first, the last 50 of each; access is decided by the service that asks. */
export const listHistory = async (db: Knex, kind: string, keys: readonly string[]): Promise<RecordedTransition[]> => {
  const ranked = db(TRANSITIONS.name)
    .select(...TRANSITIONS.columns(), db.raw("row_number() over (partition by key order by version desc) as place"))
    .where("kind", kind)
    .whereIn("key", [...keys]);
  const rows = (await db
    .select(TRANSITIONS.columns())
    .from(ranked.as("ranked"))
    .where("place", "<=", MOST_ENTRIES)
    .orderBy("version")) as RowOf<typeof TRANSITIONS>[];
  return rows.map((row) => TRANSITIONS.toRecord(row));
};
