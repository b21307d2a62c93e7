/** States and outcomes of objections (异议). */
import { describeEnum } from "../../../platform/graphql/index.js";

/** Where an objection stands. */
export enum ObjectionState {
  FILED = "FILED",
  ACCEPTED = "ACCEPTED",
  INVESTIGATING = "INVESTIGATING",
  CORRECTED = "CORRECTED",
  UPHELD = "UPHELD",
  NOTIFIED = "NOTIFIED",
}

describeEnum(ObjectionState, "ObjectionState", "Where an objection stands (异议状态).", {
  FILED: "Filed (已提出).",
  ACCEPTED: "Accepted (已受理).",
  INVESTIGATING: "Being investigated; the record says so publicly (异议处理中).",
  CORRECTED: "The record was corrected (已更正).",
  UPHELD: "The record was found right (维持).",
  NOTIFIED: "The objector was told of the outcome (已告知).",
});

/** Outcome of an objection. */
export enum ObjectionOutcome {
  CORRECTED = "CORRECTED",
  UPHELD = "UPHELD",
}

describeEnum(ObjectionOutcome, "ObjectionOutcome", "Outcome of an objection (异议处理结果).", {
  CORRECTED: "The record was corrected (更正).",
  UPHELD: "The record was found right (维持).",
});
