/** Steps that time alone brings about: each is tried, and one that fails keeps no other from being taken. */

/** Steps that time alone brought about. */
export interface StepsInTime {
  readonly taken: number;
  /** What each step threw that could not be taken; the next call tries it again. */
  readonly failures: readonly unknown[];
}

/** So many failures behind each other are no record's own fault. */
const MOST_FAILURES = 20;

/** Takes the step of each record, one after another; `take` answers whether there was one. Throws what the last of 20 failures behind each other threw. */
export const takeEach = async <Record>(
  records: readonly Record[],
  take: (record: Record) => Promise<boolean>,
): Promise<StepsInTime> => {
  const failures: unknown[] = [];
  let taken = 0;
  let inARow = 0;
  for (const record of records)
    try {
      if (await take(record)) taken += 1;
      inARow = 0;
    } catch (error) {
      failures.push(error);
      inARow += 1;
      if (inARow === MOST_FAILURES) throw error;
    }
  return { taken, failures };
};
