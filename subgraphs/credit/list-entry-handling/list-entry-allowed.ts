/** What a viewer may do with an entry now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { LIST_ENTRY } from "../list-entry/list-entry.machine.js";
import type { ListEntryRow } from "../list-entry/list-entry.repository.js";
import { listEntryStateOn } from "../list-entry/list-entry.status.js";
import { listEntryFacts } from "./list-entry-facts.js";
import { ListEntryAction } from "./list-entry-handling.enums.js";
import { LIST_ENTRY_PARTS } from "./list-entry-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedListEntryActions = (
  row: ListEntryRow,
  viewer: Viewer,
  { today, repairRuns }: { readonly today: string; readonly repairRuns: boolean },
): ListEntryAction[] => {
  const state = listEntryStateOn(row, today);
  const facts = listEntryFacts(row, today, { repairRuns, reasons: "-", revocationNo: "-" });
  return allowedActions(
    ListEntryAction,
    { machine: LIST_ENTRY, parts: LIST_ENTRY_PARTS },
    { viewer },
    { row, state, facts },
  );
};
