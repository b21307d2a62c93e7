/** Enumerations of performance: what is measured, and who evaluates (绩效). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What a target measures. */
export enum PerformanceDimension {
  OUTPUT_QUANTITY = "OUTPUT_QUANTITY",
  OUTPUT_QUALITY = "OUTPUT_QUALITY",
  OUTPUT_TIMELINESS = "OUTPUT_TIMELINESS",
  OUTPUT_COST = "OUTPUT_COST",
  BENEFIT_ECONOMIC = "BENEFIT_ECONOMIC",
  BENEFIT_SOCIAL = "BENEFIT_SOCIAL",
  BENEFIT_ECOLOGICAL = "BENEFIT_ECOLOGICAL",
  BENEFIT_SUSTAINABLE = "BENEFIT_SUSTAINABLE",
  SATISFACTION = "SATISFACTION",
}

describeEnum(PerformanceDimension, "PerformanceDimension", "What a target measures (绩效指标类别).", {
  OUTPUT_QUANTITY: "Output: quantity (产出—数量).",
  OUTPUT_QUALITY: "Output: quality (产出—质量).",
  OUTPUT_TIMELINESS: "Output: timeliness (产出—时效).",
  OUTPUT_COST: "Output: cost (产出—成本).",
  BENEFIT_ECONOMIC: "Benefit: economic (效益—经济).",
  BENEFIT_SOCIAL: "Benefit: social (效益—社会).",
  BENEFIT_ECOLOGICAL: "Benefit: ecological (效益—生态).",
  BENEFIT_SUSTAINABLE: "Benefit: lasting (效益—可持续).",
  SATISFACTION: "Satisfaction of those served (满意度).",
});

/** Who evaluated. */
export enum PerformanceEvaluator {
  SELF = "SELF",
  DEPARTMENT = "DEPARTMENT",
  THIRD_PARTY = "THIRD_PARTY",
}

describeEnum(PerformanceEvaluator, "PerformanceEvaluator", "Who evaluated (评价主体).", {
  SELF: "The unit itself (单位自评).",
  DEPARTMENT: "The department in charge or finance (部门评价、财政评价).",
  THIRD_PARTY: "A third party (第三方评价).",
});
