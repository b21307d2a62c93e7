/** BudgetDisclosure: a unit's budget or final accounts of a year with their nine tables (预决算公开). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";

/** Budget or final accounts. */
export enum BudgetDisclosureKind {
  BUDGET = "BUDGET",
  FINAL_ACCOUNTS = "FINAL_ACCOUNTS",
}

describeEnum(BudgetDisclosureKind, "BudgetDisclosureKind", "Budget or final accounts (预算或决算).", {
  BUDGET: "Budget (预算).",
  FINAL_ACCOUNTS: "Final accounts (决算).",
});

/** The nine tables, in their official order. */
export enum BudgetTableKind {
  TOTAL = "TOTAL",
  INCOME = "INCOME",
  EXPENDITURE = "EXPENDITURE",
  APPROPRIATION_TOTAL = "APPROPRIATION_TOTAL",
  GENERAL_BUDGET = "GENERAL_BUDGET",
  GENERAL_BASIC = "GENERAL_BASIC",
  GOVERNMENT_FUND = "GOVERNMENT_FUND",
  STATE_CAPITAL = "STATE_CAPITAL",
  THREE_PUBLIC = "THREE_PUBLIC",
}

describeEnum(BudgetTableKind, "BudgetTableKind", "One of the nine tables, in their official order (公开表).", {
  TOTAL: "Income and expenditure in all (收入支出总表).",
  INCOME: "Income by function (收入表).",
  EXPENDITURE: "Expenditure by function (支出表).",
  APPROPRIATION_TOTAL: "Income and expenditure out of appropriations (财政拨款收入支出总表).",
  GENERAL_BUDGET: "Expenditure of the general public budget by function (一般公共预算财政拨款支出表).",
  GENERAL_BASIC:
    "Basic expenditure of the general public budget by economic class (一般公共预算财政拨款基本支出明细表).",
  GOVERNMENT_FUND: "Government-fund budget; often empty (政府性基金预算财政拨款收入支出表).",
  STATE_CAPITAL: "State capital operations budget; often empty (国有资本经营预算财政拨款支出表).",
  THREE_PUBLIC: "Travel abroad, vehicles and reception (“三公”经费支出表).",
});

/** Side of a line. */
export enum BudgetSide {
  INCOME = "INCOME",
  EXPENDITURE = "EXPENDITURE",
}

describeEnum(BudgetSide, "BudgetSide", "Side of a line (收支方向).", {
  INCOME: "Income (收入).",
  EXPENDITURE: "Expenditure (支出).",
});

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
export class BudgetNarrative {
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
  approvedOn: string;

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
}

/** A page of disclosures. */
export const BudgetDisclosureConnection = createConnectionType(
  "BudgetDisclosure",
  () => BudgetDisclosure,
  "预决算公开",
);
