/** Follows a service's journal from a place: which records took a step, in an order in which no step is missed. */
import type { Knex } from "knex";
import { z } from "zod";
import type { Migration } from "../database/index.js";
import { outboxEpoch } from "../outbox/index.js";
import { TRANSITIONS } from "./journal.rows.js";

/** Number of a transaction, as text: it is beyond the numbers of JavaScript. */
const transaction = z.string().regex(/^\d{1,20}$/);

/** Where a reader stands: in which life of the database, behind which transaction. */
export const journalPlace = z.strictObject({ epoch: z.string().min(1).max(64), after: transaction });

/** The same. */
export type JournalPlace = z.infer<typeof journalPlace>;

/** What is asked for. */
export const stepsAsked = z.strictObject({
  /** @default the present place alone */
  place: journalPlace.optional(),
  /** Kinds of record, by their types in the graph. */
  kinds: z.array(z.string().min(1).max(100)).max(50),
  /** Of this record alone. @default of all */
  key: z.string().max(200).optional(),
});

/** The same. */
export type StepsAsked = z.infer<typeof stepsAsked>;

/** What happened since the place. */
export interface StepsTaken {
  /** Behind everything that this tells of. */
  readonly place: JournalPlace;
  /** Records that took steps, each once; undefined where that is no longer known, as in a restored database. */
  readonly records?: readonly { readonly kind: string; readonly key: string }[];
}

/** Most records that one reading tells of; where there are more, the reader is told that it is not known which. */
export const MOST_RECORDS = 1_000;

/** Gives each entry of the journal the number of its transaction, by which readers follow it. */
export const placeJournal: Migration = {
  name: "20261130080000_place_journal",
  async up(knex) {
    await knex.raw("alter table transitions add column place xid8 not null default pg_current_xact_id()");
    await knex.raw("create index on transitions (place)");
  },
  async down(knex) {
    await knex.raw("alter table transitions drop column place");
  },
};

/**
 * Reads what happened since the place; steps of transactions that may still be running, or run beside one that is, come with the next
 * reading. Who may know of the records is for the reader to ask.
 */
export const readSteps = async (db: Knex, { place, kinds, key }: StepsAsked): Promise<StepsTaken> => {
  const { epoch, settled } = await outboxEpoch(db);
  const now: JournalPlace = { epoch, after: String(BigInt(settled) - 1n) };
  if (place === undefined) return { place: now, records: [] };
  if (place.epoch !== epoch) return { place: now };
  const records = (await db(TRANSITIONS.name)
    .distinct("kind", "key")
    .whereRaw("place > ?::xid8 and place < ?::xid8", [place.after, settled])
    .whereIn("kind", kinds)
    .modify((query) => key !== undefined && void query.where({ key }))
    .limit(MOST_RECORDS + 1)) as { kind: string; key: string }[];
  return records.length > MOST_RECORDS ? { place: now } : { place: now, records };
};
