/** BudgetDisclosure: a unit's budget or final accounts of a year with their nine tables (预决算公开). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { BudgetDisclosureKind, BudgetTableKind, BudgetSide } from "./budget-disclosure.enums.js";
import type * as domain from "./budget-disclosure.js";

/** A line of a table. */
@ObjectType({ description: "A line of a table (表内项目)." })
export class BudgetTableLine {
  @Field(() => BudgetSide, { description: "Side (收支方向)." })
  side: BudgetSide;

  @Field(() => String, { nullable: true, description: "Function or economic code; absent for totals (科目编码)." })
  code?: string;

  @Field(() => String, { description: "Name (项目名称)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Column, such as basic or project expenditure (栏目)." })
  heading?: string;

  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;
}

/** One of the nine tables. */
@ObjectType({ description: "One of the nine tables; an empty one is published too (公开表)." })
export class BudgetTable {
  @Field(() => Int, { description: "Number, 1 to 9 (表号)." })
  number: number;

  @Field(() => BudgetTableKind, { description: "Which table (表名)." })
  kind: BudgetTableKind;

  @Field(() => [BudgetTableLine], { description: "Lines in order; none where the unit has no such money (表内项目)." })
  lines: BudgetTableLine[];
}

/** A paragraph of the explanation. */
@ObjectType({ description: "A paragraph of the explanation, such as operating costs or procurement (情况说明)." })
export class BudgetNarrative implements domain.BudgetNarrative {
  @Field(() => String, { description: "Subject (标题)." })
  heading: string;

  @Field(() => String, { description: "Text (正文)." })
  text: string;
}

/** A budget or final accounts. Public from its publication on. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "unitUscc", division: "divisionCode", audited: true })
@ObjectType({ description: "A unit's budget or final accounts of a year (预决算公开)." })
export class BudgetDisclosure {
  @Field(() => ID, { description: "Id (公开编号)." })
  id: string;

  @Field(() => Int, { description: "Fiscal year (年度)." })
  year: number;

  @Field(() => BudgetDisclosureKind, { description: "Budget or final accounts (预算或决算)." })
  kind: BudgetDisclosureKind;

  @Field(() => DateScalar, {
    description: "Day of the reply of the finance bureau, from which publication counts (财政部门批复日期).",
  })
  repliedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while the unit and its supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Field(() => [BudgetNarrative], { description: "Explanation (情况说明)." })
  narrative: BudgetNarrative[];

  unitId: string;
  unitUscc?: string;
  divisionCode: string;
  version: number;
}

/** A page of disclosures. */
export const BudgetDisclosureConnection = createConnectionType(
  "BudgetDisclosure",
  () => BudgetDisclosure,
  "预决算公开",
);
