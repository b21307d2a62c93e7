/** Who wins a project by its way of selection. */
import { draw } from "../draw/draw.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { type PlannedProject, type PlannedBid } from "./project-plan.js";

/** True where bids name prices. */
export const hasPrice = (selection: Selection): boolean =>
  selection !== Selection.LOTTERY && selection !== Selection.DIRECT;

/** The winner among accepted bids, in the order in which they came in. */
export const winnerOf = (plan: PlannedProject, accepted: readonly PlannedBid[]): string | undefined => {
  const price = ({ priceFen }: PlannedBid): bigint => priceFen ?? 0n;
  if (plan.selection === Selection.LOTTERY)
    return draw({
      projectNo: plan.projectNo,
      candidates: accepted.map(({ intermediaryId }) => intermediaryId),
      sourceValue: plan.sourceValue ?? "",
    })?.selected;
  if (plan.selection === Selection.BID_PRICE)
    return accepted.reduce<PlannedBid | undefined>(
      (best, bid) => (best === undefined || price(bid) < price(best) ? bid : best),
      undefined,
    )?.intermediaryId;
  if (plan.selection === Selection.AVERAGE) {
    // Compared as distances from the sum, so that no division rounds.
    const count = BigInt(accepted.length);
    const sum = accepted.reduce((total, bid) => total + price(bid), 0n);
    const distance = (bid: PlannedBid): bigint => {
      const difference = price(bid) * count - sum;
      return difference < 0n ? -difference : difference;
    };
    return accepted.reduce<PlannedBid | undefined>(
      (best, bid) => (best === undefined || distance(bid) < distance(best) ? bid : best),
      undefined,
    )?.intermediaryId;
  }
  return plan.preferred ?? accepted[0]?.intermediaryId;
};
