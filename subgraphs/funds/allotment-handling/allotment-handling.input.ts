/** Inputs of the verbs of allotments. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import {
  DivisionCodeScalar,
  DocumentNumberScalar,
  Max,
  MaxLength,
  Min,
  MoneyScalar,
  UsccScalar,
} from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { BudgetCategory, DirectFlag, TransferType } from "../budget-allotment/budget-allotment.enums.js";

/** What an allotment is made available for. */
@InputType({ description: "Classification of an allotment (指标要素)." })
export class AllotmentTermsInput {
  @Min(1990)
  @Max(2100)
  @Field(() => Int, { description: "Fiscal year: this one or the next (预算年度)." })
  fiscalYear: number;

  @Field(() => BudgetCategory, { description: "Budget category (预算类别)." })
  budgetCategory: BudgetCategory;

  @Field(() => TransferType, { nullable: true, description: "Kind of transfer (转移支付类型)." })
  transferType?: TransferType;

  @Field(() => DirectFlag, { description: "Whether issued directly (直达资金标识)." })
  direct: DirectFlag;

  @MaxLength(7)
  @Field(() => String, { description: "Functional classification of the year's table (功能分类科目编码)." })
  functionCode: string;

  @MaxLength(5)
  @Field(() => String, { nullable: true, description: "Government economic classification (政府经济分类科目编码)." })
  govEconCode?: string;

  @MaxLength(5)
  @Field(() => String, { nullable: true, description: "Departmental economic classification (部门经济分类科目编码)." })
  deptEconCode?: string;

  @Field(() => ID, { nullable: true, description: "Policy that the money serves (资金政策)." })
  policyCode?: string;

  @Field(() => Boolean, {
    description: "True for money of the centre, which a province enters; false for the division's own (是否中央资金).",
  })
  central: boolean;
}

/** What a new allotment says. */
@InputType({ description: "An allotment that is being drafted (拟制指标)." })
export class DraftAllotmentInput extends WriteInput {
  @Field(() => DocumentNumberScalar, { description: "Document number of the new allotment (指标文号)." })
  allotmentNo: string;

  @MaxLength(200)
  @Field(() => String, { description: "Name of the fund (资金名称)." })
  fundName: string;

  @Field(() => MoneyScalar, { description: "Amount (指标金额)." })
  amount: bigint;

  @Field(() => DocumentNumberScalar, {
    nullable: true,
    description: "Allotment out of whose money it is issued; its classification is taken over (上级指标文号).",
  })
  upstreamNo?: string;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Division that is to receive it; your own where nothing stands above (接收区划).",
  })
  toDivision?: string;

  @Field(() => DocumentNumberScalar, {
    nullable: true,
    description:
      "Allotment of an earlier year that your department received and carried over; its classification is taken over (结转来源指标文号).",
  })
  carriedFrom?: string;

  @Field(() => AllotmentTermsInput, {
    nullable: true,
    description:
      "Classification, where nothing stands above; with carriedFrom its codes alone, where this year's table lacks the old ones (指标要素).",
  })
  terms?: AllotmentTermsInput;
}

/** A step that needs no more than the allotment. */
@InputType({ description: "A step of an allotment (指标操作)." })
export class AllotmentStepInput extends ChangeInput {
  @Field(() => DocumentNumberScalar, { description: "Document number (指标文号)." })
  allotmentNo: string;
}

/** A step for a reason. */
@InputType({ description: "A step of an allotment with its reason (说明理由的指标操作)." })
export class ReasonedAllotmentInput extends AllotmentStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;
}

/** A step that moves an amount for a reason. */
@InputType({ description: "Money that is added to an allotment or taken back from it (指标调整)." })
export class MoveAllotmentInput extends ReasonedAllotmentInput {
  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;
}

/** Money that was assigned and comes back. */
@InputType({ description: "Assigned money that is taken back into the account of its allotment (收回分配)." })
export class RecallAllotmentInput extends MoveAllotmentInput {
  @Field(() => ID, { description: "Allocation of the allotment that it was assigned by (资金分配, id)." })
  allocationId: string;
}

/** Money for a body or a project. */
@InputType({ description: "Money of an allotment for a body or a project (分配到单位、项目)." })
export class AssignAllotmentInput extends AllotmentStepInput {
  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;

  @Field(() => UsccScalar, { nullable: true, description: "Body that is to spend it (单位)." })
  organization?: string;

  @Field(() => ID, { nullable: true, description: "Project that it is for (项目编码)." })
  projectCode?: string;
}
