/** Enumerations of evaluations (公共信用综合评价). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Level. */
export enum EvaluationLevel {
  EXCELLENT = "EXCELLENT",
  GOOD = "GOOD",
  MEDIUM = "MEDIUM",
  POOR = "POOR",
}

describeEnum(EvaluationLevel, "EvaluationLevel", "Composite level (公共信用综合评价等级).", {
  EXCELLENT: "Excellent (优).",
  GOOD: "Good (良).",
  MEDIUM: "Medium (中).",
  POOR: "Poor (差).",
});
