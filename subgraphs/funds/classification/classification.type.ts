/** ClassificationCode: a budget code with its name in the table of a year (政府收支分类科目). */
import { Field, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import type * as domain from "./classification.js";
import { ClassificationKind } from "./classification.enums.js";

/** A code in the table of a year. */
@SameForAll()
@ObjectType({ description: "A budget code; its name is that of the year (政府收支分类科目)." })
export class ClassificationCode implements domain.ClassificationCode {
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

/** A page of codes. */
export const ClassificationCodeConnection = createConnectionType(
  "ClassificationCode",
  () => ClassificationCode,
  "政府收支分类科目",
);
