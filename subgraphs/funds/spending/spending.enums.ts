/** Enumeration of what spending is summed by (汇总维度). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** By what spending is summed; there is no other way to cut it. */
export enum SpendingDimension {
  FUNCTION = "FUNCTION",
  FUNCTION_CLASS = "FUNCTION_CLASS",
  GOV_ECON = "GOV_ECON",
  DEPT_ECON = "DEPT_ECON",
  RECIPIENT_DIVISION = "RECIPIENT_DIVISION",
  PROJECT_CATEGORY = "PROJECT_CATEGORY",
  SOURCE_LEVEL = "SOURCE_LEVEL",
}

describeEnum(SpendingDimension, "SpendingDimension", "By what spending is summed (汇总维度).", {
  FUNCTION: "By function code of the payment, as booked (功能分类科目).",
  FUNCTION_CLASS: "By the first three digits of the function code (功能分类类级科目).",
  GOV_ECON: "By government economic code of the allotment (政府经济分类科目).",
  DEPT_ECON: "By departmental economic code of the payment (部门经济分类科目).",
  RECIPIENT_DIVISION: "By division that held the money (资金使用区划).",
  PROJECT_CATEGORY: "By kind of project; money outside projects has no code (项目类别).",
  SOURCE_LEVEL: "By level whose budget the money comes from (资金来源级次).",
});
