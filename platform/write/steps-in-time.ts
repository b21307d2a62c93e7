/** Steps that time alone brings about: each is tried, and one that fails keeps no other from being taken. */
import type { Knex } from "knex";

/** Steps that time alone brought about. */
export interface StepsInTime {
  readonly taken: number;
  /** Steps that could not be taken; the next call tries them again. */
  readonly failed: number;
  /** What the first of them threw, at most 20. */
  readonly failures: readonly unknown[];
}

/** After so many failures behind each other the database may be gone: it is asked whether it answers. */
const FAILURES_IN_A_ROW = 20;

/** Failures that are kept. */
const MOST_KEPT = 20;

/**
 * Takes the step of each record, one after another; `take` answers whether there was one. However many fail, all are tried while the database
 * answers. Throws what it throws where it does not.
 */
export const takeEach = async <Record>(
  db: Pick<Knex, "raw">,
  records: readonly Record[],
  take: (record: Record) => Promise<boolean>,
): Promise<StepsInTime> => {
  const failures: unknown[] = [];
  let taken = 0;
  let failed = 0;
  let inARow = 0;
  for (const record of records)
    try {
      if (await take(record)) taken += 1;
      inARow = 0;
    } catch (error) {
      failed += 1;
      inARow += 1;
      if (failures.length < MOST_KEPT) failures.push(error);
      if (inARow % FAILURES_IN_A_ROW === 0) await db.raw("select 1");
    }
  return { taken, failed, failures };
};
