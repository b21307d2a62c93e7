/** Who takes part in the named projects, and what they bid. */
import type { DemonstrationWorld } from "../../demonstration.js";
import { type SeededIntermediary } from "./cast.js";
import { type PlannedBid } from "./project-plan.js";

/** The world, its intermediaries, and the one that is listed. */
export interface Cast {
  readonly world: DemonstrationWorld;
  readonly intermediaries: readonly SeededIntermediary[];
  readonly listed: SeededIntermediary;
}

/** A bid of an intermediary, in yuan. */
export const bidOf = (
  { organization, uscc }: SeededIntermediary,
  yuan: number,
  more: Partial<PlannedBid> = {},
): PlannedBid => ({
  intermediaryId: organization.id,
  firmUscc: uscc,
  priceFen: BigInt(yuan) * 100n,
  ...more,
});
