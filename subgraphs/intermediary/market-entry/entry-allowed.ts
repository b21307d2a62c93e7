/** What a viewer may do with an application now, for buttons. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { EntryAction } from "./market-entry.enums.js";
import type { EntryGuardFacts } from "./market-entry.machine.js";
import { WRITTEN_ENTRY } from "./market-entry.policy.js";
import type { EntryRow } from "./market-entry.rows.js";

/** The actions, in the order of the enumeration. */
export const allowedEntryActions = (row: EntryRow, viewer: Viewer, facts: EntryGuardFacts): EntryAction[] =>
  allowedActions(EntryAction, WRITTEN_ENTRY, { viewer }, { row, state: row.state, facts: { ...facts, reasons: "-" } });
