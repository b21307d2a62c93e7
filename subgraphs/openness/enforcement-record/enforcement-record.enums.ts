/** Enumerations of records of enforcement. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What was done; penalties are in the credit service (`penalties`). */
export enum EnforcementKind {
  INSPECTION = "INSPECTION",
  COERCION = "COERCION",
}

describeEnum(EnforcementKind, "EnforcementKind", "What was done; for penalties ask `penalties` (执法类别).", {
  INSPECTION: "An inspection (行政检查).",
  COERCION: "A coercive measure, such as sealing or seizure (行政强制).",
});

/** What came of it. */
export enum EnforcementResult {
  IN_ORDER = "IN_ORDER",
  CORRECTION_ORDERED = "CORRECTION_ORDERED",
  CASE_FILED = "CASE_FILED",
  MEASURE_TAKEN = "MEASURE_TAKEN",
  MEASURE_LIFTED = "MEASURE_LIFTED",
}

describeEnum(EnforcementResult, "EnforcementResult", "What came of it (执法结果).", {
  IN_ORDER: "Nothing was wrong (未发现问题).",
  CORRECTION_ORDERED: "What was wrong is to be put right (责令改正).",
  CASE_FILED: "A case was filed for a penalty (立案查处).",
  MEASURE_TAKEN: "The measure was taken (已实施强制措施).",
  MEASURE_LIFTED: "The measure was lifted (已解除强制措施).",
});
