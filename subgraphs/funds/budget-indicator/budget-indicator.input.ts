/** What lists of indicators can be asked for. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, describeEnum } from "../../../platform/graphql/index.js";
import { BudgetBook, DirectFlag } from "./budget-indicator.enums.js";

/** Filter of indicators. */
@InputType({ description: "Which indicators (指标筛选)." })
export class BudgetIndicatorFilter {
  @Field(() => Int, { nullable: true, description: "Fiscal year (预算年度)." })
  year?: number;

  @Field(() => BudgetBook, { nullable: true, description: "Budget book (预算账本)." })
  book?: BudgetBook;

  @Field(() => String, {
    nullable: true,
    description: "Beginning of the function code, one to seven digits, such as 21305 (功能分类科目前缀).",
  })
  functionPrefix?: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "To this division or below it (接收区划)." })
  toDivision?: string;

  @Field(() => DirectFlag, { nullable: true, description: "Whether issued directly (直达资金标识)." })
  direct?: DirectFlag;
}

/** Orders of indicators. */
export enum BudgetIndicatorOrder {
  ISSUED_ON = "ISSUED_ON",
  AMOUNT = "AMOUNT",
}

describeEnum(BudgetIndicatorOrder, "BudgetIndicatorOrder", "Order of indicators (排序).", {
  ISSUED_ON: "Latest issue first (按下达日期).",
  AMOUNT: "Largest amount first (按金额).",
});
