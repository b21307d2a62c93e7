/** Outcomes of objections (异议). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Outcome of an objection. */
export enum ObjectionOutcome {
  CORRECTED = "CORRECTED",
  UPHELD = "UPHELD",
}

describeEnum(ObjectionOutcome, "ObjectionOutcome", "Outcome of an objection (异议处理结果).", {
  CORRECTED: "The record was corrected (更正).",
  UPHELD: "The record was found right (维持).",
});
