/** What lists of allotments can be asked for. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, describeEnum } from "../../../platform/graphql/index.js";
import { BudgetCategory, DirectFlag } from "./budget-allotment.enums.js";

/** Filter of allotments. */
@InputType({ description: "Which allotments (指标筛选)." })
export class BudgetAllotmentFilter {
  @Field(() => Int, { nullable: true, description: "Fiscal year (预算年度)." })
  year?: number;

  @Field(() => BudgetCategory, { nullable: true, description: "Budget category (预算类别)." })
  budgetCategory?: BudgetCategory;

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

/** Orders of allotments. */
export enum BudgetAllotmentOrder {
  ISSUED_ON = "ISSUED_ON",
  AMOUNT = "AMOUNT",
}

describeEnum(BudgetAllotmentOrder, "BudgetAllotmentOrder", "Order of allotments (排序).", {
  ISSUED_ON: "Latest issue first (按下达日期).",
  AMOUNT: "Largest amount first (按金额).",
});
