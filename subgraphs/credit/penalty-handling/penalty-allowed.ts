/** What a viewer may do with a penalty now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedEvents } from "../../../platform/machine/index.js";
import { actingParts } from "../../../platform/write/index.js";
import { PUBLICITY } from "../penalty/penalty.machine.js";
import type { PublicityEvent } from "../penalty/publicity.state.js";
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
  const events = actingParts(PENALTY_PARTS, { viewer }, row).flatMap((actor): PublicityEvent[] => [
    ...allowedEvents(PUBLICITY, { state, actor, facts }),
    ...allowedEvents(PUBLICITY, { state, actor, facts: { ...facts, planCarriedOut: true } }).filter(
      (event) => event === "SHIELD",
    ),
  ]);
  return Object.values(PenaltyAction).filter((action) => events.includes(action));
};
