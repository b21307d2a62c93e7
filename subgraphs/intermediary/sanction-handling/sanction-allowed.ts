/** What a viewer may do with a sanction now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { SANCTION } from "../intermediary-sanction/intermediary-sanction.machine.js";
import { sanctionFacts } from "../intermediary-sanction/intermediary-sanction.repository.js";
import type { SanctionRow } from "../intermediary-sanction/intermediary-sanction.rows.js";
import { stateOn } from "../intermediary-sanction/intermediary-sanction.status.js";
import { factsOf, type Involved } from "./sanction-facts.js";
import { SanctionAction } from "./sanction-handling.enums.js";
import { SANCTION_PARTS } from "./sanction-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedSanctionActions = (
  row: SanctionRow,
  { viewer, today, involved }: { readonly viewer: Viewer; readonly today: string; readonly involved: Involved },
): SanctionAction[] => {
  const state = stateOn(sanctionFacts(row), today);
  const facts = { ...factsOf(row, today, involved), statement: "-", docNo: "-", reasons: "-" };
  return allowedActions(
    SanctionAction,
    { machine: SANCTION, parts: SANCTION_PARTS },
    { viewer },
    { row, state, facts },
  );
};
