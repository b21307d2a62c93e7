/** Kinds of classification. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** The three classifications. */
export enum ClassificationKind {
  FUNCTION = "FUNCTION",
  GOVERNMENT_ECONOMIC = "GOVERNMENT_ECONOMIC",
  DEPARTMENT_ECONOMIC = "DEPARTMENT_ECONOMIC",
}

describeEnum(ClassificationKind, "ClassificationKind", "A budget classification (科目分类).", {
  FUNCTION: "By function (支出功能分类).",
  GOVERNMENT_ECONOMIC: "By economic use, for governments (政府支出经济分类).",
  DEPARTMENT_ECONOMIC: "By economic use, for departments (部门支出经济分类).",
});
