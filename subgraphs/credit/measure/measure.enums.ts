/** Enumerations of measures (惩戒措施). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Class of measure. */
export enum MeasureCategory {
  INCENTIVE = "INCENTIVE",
  RESTRICTION = "RESTRICTION",
  MANAGEMENT = "MANAGEMENT",
  MARKET = "MARKET",
}

describeEnum(MeasureCategory, "MeasureCategory", "Class of measure (措施类别).", {
  INCENTIVE: "Incentive for the trustworthy (守信激励).",
  RESTRICTION: "Diminishes rights or adds duties; only by law (减损权益或增加义务的措施).",
  MANAGEMENT: "Management by an agency within its duties (履职所需的管理措施).",
  MARKET: "Taken by others of their own accord (公共管理机构以外的组织自主实施).",
});
