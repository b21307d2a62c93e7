/** ContractingProcess: how public resources, services and partnerships are given to somebody, shaped as the Open Contracting Data Standard 1.1 (公共资源配置、政府购买服务、PPP). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { ContractingKind, ContractingMethod, PartnershipStage } from "./contracting-process.enums.js";

/** A process. Public from its publication on. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "buyerUscc", division: "divisionCode" })
@ObjectType({
  description:
    "A contracting process: trade, purchase of services, or a partnership (公共资源交易、购买服务、PPP 项目).",
})
export class ContractingProcess {
  @Field(() => ID, { description: "Number (项目编号)." })
  id: string;

  @Field(() => ContractingKind, { nullable: true, description: "What it is for (配置类别)." })
  kind: ContractingKind;

  @Field(() => String, { nullable: true, description: "Title (项目名称)." })
  title: string;

  @Field(() => String, { nullable: true, description: "What is given or bought (项目内容)." })
  description?: string;

  @Field(() => MoneyScalar, { nullable: true, description: "What was set aside for it (预算金额)." })
  budget?: bigint;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was planned (计划日期)." })
  plannedOn: string;

  @Field(() => ContractingMethod, { nullable: true, description: "How the supplier is found (交易方式)." })
  method?: ContractingMethod;

  @Field(() => String, { nullable: true, description: "The same in the words of the notice (交易方式说明)." })
  methodDetails?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the public notice that asks for offers (公告日期)." })
  tenderedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day for offers (投标截止日期)." })
  closesOn?: string;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest price, or starting price (最高限价、起始价)." })
  tenderAmount?: bigint;

  @Field(() => PartnershipStage, { nullable: true, description: "Stage, of partnerships (PPP 项目阶段)." })
  partnershipStage?: PartnershipStage;

  @Field(() => String, { nullable: true, description: "Outcome of the assessment of value for money (物有所值评价)." })
  valueForMoney?: string;

  @Field(() => String, {
    nullable: true,
    description: "Outcome of the assessment of affordability (财政承受能力论证).",
  })
  affordability?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its buyer and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  buyerId: string;
  buyerUscc: string;
  divisionCode: string;
}

/** An award. */
@ObjectType({ description: "Award of a process to a supplier (中标、成交结果)." })
export class ContractingAward {
  @Field(() => Int, { description: "Number within the process, from 1 on (标段号)." })
  number: number;

  @Field(() => String, { description: "Name of the supplier, as the notice has it (中标人、受让方名称)." })
  supplierName: string;

  @Field(() => MoneyScalar, { description: "Price (中标金额、成交金额)." })
  amount: bigint;

  @Field(() => Int, { nullable: true, description: "How many made offers (投标人数)." })
  bidders?: number;

  @Field(() => DateScalar, { description: "Day of the award (中标日期)." })
  awardedOn: string;

  supplierId?: string;
}

/** A payment. */
@ObjectType({ description: "Payment for a contract (合同支付)." })
export class ContractingPayment {
  @Field(() => MoneyScalar, { description: "Amount (支付金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day of the payment (支付日期)." })
  paidOn: string;
}

/** A contract. */
@ObjectType({ description: "Contract of an award (合同)." })
export class ContractingContract {
  @Field(() => Int, { description: "Number of the award that it carries out (标段号)." })
  number: number;

  @Field(() => MoneyScalar, { description: "Price (合同金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day of signature (签订日期)." })
  signedOn: string;

  @Field(() => DateScalar, { description: "First day (合同开始日期)." })
  startsOn: string;

  @Field(() => DateScalar, { description: "Last day (合同结束日期)." })
  endsOn: string;

  @Field(() => MoneyScalar, { description: "Sum of all payments that the viewer may know of (累计支付)." })
  paid: bigint;

  payments: ContractingPayment[];
}

/** A page of processes. */
export const ContractingProcessConnection = createConnectionType(
  "ContractingProcess",
  () => ContractingProcess,
  "公共资源配置项目",
);
