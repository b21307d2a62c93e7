/** Follows a service's journal from a place: which records took a step, so that none is missed and none has to wait. */
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

/** A step of a record. */
export interface JournalStep {
  readonly kind: string;
  readonly key: string;
  readonly version: number;
}

/** What happened since the place. */
export interface StepsTaken {
  /** Behind all steps that are settled: no transaction that may still be running can write one before it. */
  readonly place: JournalPlace;
  /** Steps between both places; undefined where that is no longer known, as in a restored database. */
  readonly steps?: readonly JournalStep[];
  /** Steps that are there already and not settled: told again until they are. The last ones, where there are many. */
  readonly ahead: readonly JournalStep[];
}

/** Most settled steps that one reading tells of; where there are more, the reader is told that it is not known which. */
export const MOST_STEPS = 1_000;

/** Most steps that are told ahead; others are told once they are settled. */
const MOST_AHEAD = 200;

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

/** Reads what happened since the place. Who may know of the records is for the reader to ask. */
export const readSteps = async (db: Knex, { place, kinds, key }: StepsAsked): Promise<StepsTaken> => {
  const { epoch, settled } = await outboxEpoch(db);
  const now: JournalPlace = { epoch, after: String(BigInt(settled) - 1n) };
  if (place === undefined) return { place: now, steps: [], ahead: [] };
  if (place.epoch !== epoch) return { place: now, ahead: [] };
  const steps = async (condition: string, limit: number): Promise<JournalStep[]> =>
    (await db(TRANSITIONS.name)
      .select("kind", "key", "version")
      .whereRaw(condition, { after: place.after, settled })
      .whereIn("kind", kinds)
      .modify((query) => key !== undefined && void query.where({ key }))
      .orderBy("place", "desc")
      .limit(limit)) as JournalStep[];
  const ahead = await steps("place > :after::xid8 and place >= :settled::xid8", MOST_AHEAD);
  const taken = await steps("place > :after::xid8 and place < :settled::xid8", MOST_STEPS + 1);
  return taken.length > MOST_STEPS ? { place: now, ahead } : { place: now, steps: taken, ahead };
};
