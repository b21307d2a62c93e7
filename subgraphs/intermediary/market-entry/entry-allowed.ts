/** What a viewer may do with an application now, for buttons. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedEvents } from "../../../platform/machine/index.js";
import { actingParts } from "../../../platform/write/index.js";
import { EntryAction } from "./market-entry.enums.js";
import { ENTRY, type EntryGuardFacts } from "./market-entry.machine.js";
import { WRITTEN_ENTRY } from "./market-entry.policy.js";
import type { EntryRow } from "./market-entry.rows.js";

/** The actions, in the order of the enumeration. */
export const allowedEntryActions = (row: EntryRow, viewer: Viewer, facts: EntryGuardFacts): EntryAction[] => {
  const events = actingParts(WRITTEN_ENTRY.parts, { viewer }, row).flatMap((actor) =>
    allowedEvents(ENTRY, { state: row.state, actor, facts: { ...facts, reasons: "-" } }),
  );
  return Object.values(EntryAction).filter((action) => events.includes(action));
};
