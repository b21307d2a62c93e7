/** Who wins a project by its way of selection. */
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { draw } from "../../../platform/domain/index.js";
import { winnerByPrice } from "../procurement-handling/selection.js";
import type { PlannedBid, PlannedProject } from "./project-plan.js";

/** The winner among accepted bids, in the order in which they came in. */
export const winnerOf = (plan: PlannedProject, accepted: readonly PlannedBid[]): string | undefined => {
  if (plan.selection === Selection.LOTTERY)
    return draw({
      projectNo: plan.projectNo,
      candidates: accepted.map(({ intermediaryId }) => intermediaryId),
      sourceValue: plan.sourceValue ?? "",
    })?.selected;
  const priced = accepted.map(({ intermediaryId, priceFen }) => ({ intermediaryId, priceFen: priceFen ?? 0n }));
  return winnerByPrice(plan.selection, priced)?.intermediaryId ?? plan.preferred ?? accepted[0]?.intermediaryId;
};
