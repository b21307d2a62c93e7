/** ClassificationCode: a budget code with its name in the table of a year (政府收支分类科目). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import type { BudgetCode } from "../../../platform/domain/index.js";
import { createConnectionType, describeEnum } from "../../../platform/graphql/index.js";

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

/** A code in the table of a year. */
@ObjectType({ description: "A budget code; its name is that of the year (政府收支分类科目)." })
export class ClassificationCode {
  @Field(() => Int, { description: "Year of the table (年度)." })
  year: number;

  @Field(() => ClassificationKind, { description: "Classification (科目分类)." })
  kind: ClassificationKind;

  @Field(() => String, { description: "Code, three to seven digits (科目编码)." })
  code: string;

  @Field(() => String, { description: "Name in the year's table (科目名称)." })
  name: string;

  @Field(() => Int, { description: "First year, from 2018 on, in which the code has this name (启用年度)." })
  firstYear: number;

  @Field(() => Int, { nullable: true, description: "Last year; null while it has it (停用年度)." })
  lastYear?: number;

  @Field(() => String, { description: "Document with the table (科目依据)." })
  source: string;

  @Field(() => Boolean, {
    description: "False where code, name or years could not be confirmed in the document (是否经核实).",
  })
  verified: boolean;
}

/** The code as it is shown for a year. */
export const classificationCode = (
  year: number,
  kind: ClassificationKind,
  { instrument: { title, number }, ...entry }: BudgetCode,
): ClassificationCode => ({ ...entry, year, kind, source: number === undefined ? title : `${title}（${number}）` });

/** A page of codes. */
export const ClassificationCodeConnection = createConnectionType(
  "ClassificationCode",
  () => ClassificationCode,
  "政府收支分类科目",
);
