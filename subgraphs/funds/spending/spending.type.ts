/** Spending: what was paid out of a year's money, by one category, adding up to the book (支出分类汇总). */
import { Directive, Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { SpendingDimension } from "./spending.enums.js";

/** One category of the sum. */
@ObjectType({ description: "What was paid under one category (支出分类)." })
export class SpendingCategory {
  @Field(() => String, {
    nullable: true,
    description: "Code, division or enum value; absent where the payments have none (分类编码).",
  })
  code?: string;

  @Field(() => String, {
    nullable: true,
    description: "Name in the classification of the year; absent where it has none (分类名称).",
  })
  name?: string;

  @Field(() => MoneyScalar, {
    description: "Paid to bodies, returns taken off, and to batches of five households and more (支出金额).",
  })
  amount: bigint;

  @Field(() => Int, { description: "Number of these payments (支付笔数)." })
  paymentCount: number;

  divisionCode?: string;
}

/** A sum of payments by category. */
@ObjectType({
  description: "What was paid out of a year's money: total = categories + persons, up to the day (支出分类汇总).",
})
export class Spending {
  @Field(() => Int, { description: "Fiscal year of the money (预算年度)." })
  year: number;

  @Field(() => SpendingDimension, { description: "By what it is summed (汇总维度)." })
  dimension: SpendingDimension;

  @Field(() => MoneyScalar, { description: "Sum of all categories (分类合计)." })
  categorised: bigint;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => MoneyScalar, {
    nullable: true,
    description:
      "Paid to persons and to fewer than five households, less what came back of batches; in no category (未分类的个人支出).",
  })
  persons?: bigint;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "All payments of the book, returns taken off; null where it would give persons away (支出总额).",
  })
  total?: bigint;

  @Field(() => Boolean, {
    description:
      "True where what was paid to persons is withheld: of one to four, or giving such a group away; never from supervisors and auditors of the division (是否因人数过少不予显示).",
  })
  suppressed: boolean;

  division?: string;
}

/** A page of categories. */
export const SpendingCategoryConnection = createConnectionType("SpendingCategory", () => SpendingCategory, "支出分类");
