/** What guards of an entry look at. Pure. */
import { ListKind } from "../list-entry/list-entry.enums.js";
import type { ListEntryGuardFacts } from "../list-entry/list-entry.machine.js";
import type { ListEntryRow } from "../list-entry/list-entry.repository.js";
import { entryRepairableOn } from "../list-entry/list-entry.status.js";

/** What the row says on the day, and what else is true; the rest has not happened. */
export const listEntryFacts = (
  row: ListEntryRow,
  today: string,
  also: Partial<ListEntryGuardFacts> = {},
): ListEntryGuardFacts => {
  const repairEligibleOn = entryRepairableOn(row);
  return {
    today,
    dishonest: row.kind !== ListKind.TRUSTWORTHY,
    repairRuns: false,
    repairDecided: false,
    repairFoundFalse: false,
    ...(row.expires_on === null ? {} : { expiresOn: row.expires_on }),
    ...(repairEligibleOn === undefined ? {} : { repairEligibleOn }),
    ...also,
  };
};
