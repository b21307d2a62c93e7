/** Entries of a report of which a large file may have millions, such as notices: all are counted, and the first of each rule are kept. */
import type { QuarantinedRow } from "./quarantine.js";
import type { FileNotice } from "./source-file.js";

/** Entries that are kept of one rule: who reads a thousand alike mends the file, not the rows. */
const MOST_OF_A_RULE = 1_000;

/** Gathers entries. */
export interface ReportEntryList {
  add(entry: QuarantinedRow): void;
  /** How many were added. */
  readonly total: number;
  /** Those that are kept, in the order in which they came. */
  readonly kept: readonly QuarantinedRow[];
  /** What is to be told of the others. */
  leftOut(): FileNotice[];
}

/** Creates it empty. */
export const createReportEntries = (): ReportEntryList => {
  const kept: QuarantinedRow[] = [];
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add(entry) {
      const count = (counts.get(entry.rule) ?? 0) + 1;
      counts.set(entry.rule, count);
      total += 1;
      if (count <= MOST_OF_A_RULE) kept.push(entry);
    },
    get total() {
      return total;
    },
    kept,
    leftOut: () =>
      [...counts].flatMap(([rule, count]) =>
        count <= MOST_OF_A_RULE
          ? []
          : [
              {
                rule: "ENTRIES_LEFT_OUT",
                place: rule,
                remedy: `${count - MOST_OF_A_RULE} more have the same rule, and only the first ${MOST_OF_A_RULE} are listed.`,
              },
            ],
      ),
  };
};
