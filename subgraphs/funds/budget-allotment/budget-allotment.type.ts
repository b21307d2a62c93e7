/** BudgetAllotment: the document by which money is made available, with its classification (预算指标). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { BudgetCategory, TransferType, DirectFlag, FundLevel, AdjustmentKind } from "./budget-allotment.enums.js";
import { AllotmentState } from "./budget-allotment.machine.js";

/** A change of an allotment's amount, as the book has it. */
@ObjectType({ description: "A change of an allotment's amount after its issue (指标调整)." })
export class AllotmentAdjustment {
  @Field(() => AdjustmentKind, { description: "Kind (调整类型)." })
  kind: AdjustmentKind;

  @Field(() => MoneyScalar, { description: "Amount (调整金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day (调整日期)." })
  on: string;
}

/** A budget allotment. Links are resolved from the codes that the schema does not show. */
@Directive('@key(fields: "allotmentNo")')
@ObjectType({ description: "A budget allotment: the document that makes money available (预算指标)." })
export class BudgetAllotment {
  @Field(() => ID, { description: "Document number, such as 吉财农指〔2026〕35号 (指标文号)." })
  allotmentNo: string;

  @Field(() => Int, { description: "Fiscal year (预算年度)." })
  fiscalYear: number;

  @Field(() => String, { description: "Name of the fund (资金名称)." })
  fundName: string;

  @Field(() => BudgetCategory, { description: "Budget category (预算类别)." })
  budgetCategory: BudgetCategory;

  @Field(() => TransferType, {
    nullable: true,
    description: "Kind of transfer; absent for a division's own money (转移支付类型).",
  })
  transferType?: TransferType;

  @Field(() => DirectFlag, { description: "Whether issued directly (直达资金标识)." })
  direct: DirectFlag;

  @Field(() => String, { description: "Functional classification, three to seven digits (功能分类科目编码)." })
  functionCode: string;

  @Field(() => String, { nullable: true, description: "Government economic classification (政府经济分类科目编码)." })
  govEconCode?: string;

  @Field(() => String, { nullable: true, description: "Departmental economic classification (部门经济分类科目编码)." })
  deptEconCode?: string;

  @Field(() => FundLevel, { description: "Level whose budget it comes from (资金来源级次)." })
  sourceLevel: FundLevel;

  @Field(() => MoneyScalar, { description: "Amount (指标金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day of issue; of drafting for a draft (下达日期)." })
  issuedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of receipt (接收日期)." })
  receivedOn?: string;

  @Field(() => AllotmentState, { description: "State (指标状态)." })
  state: AllotmentState;

  policyCode?: string;
  upstreamNo?: string;
  carriedFrom?: string;
  fromDivisionCode?: string;
  toDivisionCode: string;
  agencyUscc?: string;
  agencyDivision: string;
  /** Credit code of the finance department that receives it and answers for it. */
  receiverUscc?: string;
  version: number;
}

/** A page of allotments. */
export const BudgetAllotmentConnection = createConnectionType("BudgetAllotment", () => BudgetAllotment, "预算指标");
