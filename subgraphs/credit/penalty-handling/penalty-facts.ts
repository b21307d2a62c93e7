/** What guards of a penalty's publicity look at. Pure. */
import type { PublicityGuardFacts } from "../penalty/publicity.state.js";
import { publicityGuardsOf, type PenaltyRow } from "../penalty/penalty.js";

/** What the row says on the day, and what else is true; the rest has not happened. */
export const penaltyFacts = (
  row: PenaltyRow,
  today: string,
  also: Partial<PublicityGuardFacts> = {},
): PublicityGuardFacts => ({
  repairRuns: false,
  repairDecided: false,
  repairFoundFalse: false,
  planCarriedOut: false,
  ...publicityGuardsOf(row, today),
  ...also,
});
