/** What a viewer may do with a penalty now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { actionsAmong, openEvents } from "../../../platform/write/index.js";
import { PUBLICITY } from "../penalty/penalty.machine.js";
import { publicityStateOf, type PenaltyRow } from "../penalty/penalty.js";
import { penaltyFacts } from "./penalty-facts.js";
import { PenaltyAction } from "./penalty-handling.enums.js";
import { PENALTY_PARTS } from "./penalty-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedPenaltyActions = (
  row: PenaltyRow,
  viewer: Viewer,
  { today, repairRuns }: { readonly today: string; readonly repairRuns: boolean },
): PenaltyAction[] => {
  const state = publicityStateOf(row, today);
  const facts = penaltyFacts(row, today, { repairRuns, servedOn: today, reasons: "-", revocationNo: "-" });
  const openWith = (given: typeof facts) =>
    openEvents({ machine: PUBLICITY, parts: PENALTY_PARTS }, { viewer }, { row, state, facts: given });
  const shield = openWith({ ...facts, planCarriedOut: true }).filter((event) => event === "SHIELD");
  return actionsAmong(PenaltyAction, [...openWith(facts), ...shield]);
};
