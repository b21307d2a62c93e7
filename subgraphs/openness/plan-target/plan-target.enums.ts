/** Enumerations of targets of plans. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Plan that sets a target. */
export enum PlanKind {
  FIVE_YEAR_PLAN = "FIVE_YEAR_PLAN",
  GOVERNMENT_REPORT = "GOVERNMENT_REPORT",
  DEPARTMENT_PLAN = "DEPARTMENT_PLAN",
}

describeEnum(PlanKind, "PlanKind", "Plan that sets a target (规划类别).", {
  FIVE_YEAR_PLAN: "Five-year plan (五年规划).",
  GOVERNMENT_REPORT: "Report on the work of the government (政府工作报告).",
  DEPARTMENT_PLAN: "Yearly plan of a department (部门年度计划).",
});

/** How far a target has come. */
export enum TargetState {
  SET = "SET",
  TRACKED = "TRACKED",
  ASSESSED = "ASSESSED",
}

describeEnum(TargetState, "TargetState", "How far a target has come (目标状态).", {
  SET: "Set; no figure of what is reached is told (已设定).",
  TRACKED: "A figure of what is reached is told (跟踪中).",
  ASSESSED: "Its body has said what was reached in the end (已评估).",
});
