/** Outcomes of repair cases (信用修复). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Outcome of a repair case. */
export enum RepairOutcome {
  REPAIRED = "REPAIRED",
  REFUSED = "REFUSED",
}

describeEnum(RepairOutcome, "RepairOutcome", "Outcome of a repair case (信用修复决定结果).", {
  REPAIRED: "Repaired: publicity and sharing end (准予修复).",
  REFUSED: "Refused, with reasons and remedy (不予修复).",
});
