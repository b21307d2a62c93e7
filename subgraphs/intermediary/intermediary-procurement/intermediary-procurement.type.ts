/** IntermediaryProcurement: a service commissioned through the intermediary market, from public notice to evaluation (采购项目). */
import { Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import type { DrawProof } from "../draw/draw.type.js";
import { RandomSource } from "../draw/draw.type.js";
import { FundSource, Selection } from "./intermediary-procurement.enums.js";
import { MarketState } from "./intermediary-procurement.state.js";
import type * as domain from "./intermediary-procurement.js";

/** A span in which the project stood still. */
@ObjectType({ description: "A span in which the project stood still (暂停期间)." })
export class MarketSuspension implements domain.MarketSuspension {
  @Field(() => DateScalar, { description: "First day (起始日期)." })
  from: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day; null while it lasts (终止日期)." })
  to?: string;

  @Field(() => String, { nullable: true, description: "Why (原因)." })
  reason?: string;
}

/** The contract. */
@ObjectType({ description: "The contract between owner and intermediary (合同)." })
export class Contract {
  @Field(() => String, { description: "Number (合同编号)." })
  no: string;

  @Field(() => MoneyScalar, { description: "Amount in yuan (合同金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day of signing (签订日期)." })
  signedAt: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the result is due (约定完成日期)." })
  dueAt?: string;
}

/** What was delivered. */
@ObjectType({ description: "What was delivered (服务成果)." })
export class Deliverable {
  @Field(() => String, { nullable: true, description: "SHA-256 of the file, hexadecimal (成果文件哈希)." })
  fileHash?: string;

  @Field(() => DateScalar, { description: "Day of delivery (交付日期)." })
  deliveredAt: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the owner accepted it (验收日期)." })
  acceptedAt?: string;
}

/** The owner's evaluation, 1 to 5 stars on five aspects. */
@ObjectType({ description: "The owner's evaluation, 1 to 5 stars on five aspects (服务评价)." })
export class Evaluation {
  @Field(() => Int, { description: "Timeliness (服务时效)." })
  timeliness: number;

  @Field(() => Int, { description: "Quality (服务质量)." })
  quality: number;

  @Field(() => Int, { description: "Price (服务收费)." })
  price: number;

  @Field(() => Int, { description: "Attitude (服务态度)." })
  attitude: number;

  @Field(() => Int, { description: "Compliance (服务规范)." })
  compliance: number;

  @Field(() => DateScalar, { description: "Day of the evaluation (评价日期)." })
  evaluatedAt: string;

  @Field(() => String, {
    nullable: true,
    description: "What the intermediary replied, published beside it (机构回复).",
  })
  reply?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the reply (回复日期)." })
  repliedAt?: string;
}

/** A project. */
@Directive('@key(fields: "projectNo")')
@OwnedRecord({ subject: "ownerUscc", agency: "departmentUscc", division: "divisionCode" })
@ObjectType({ description: "A service commissioned through the intermediary market (中介服务采购项目)." })
export class IntermediaryProcurement {
  @Field(() => ID, { description: "Number (项目编号)." })
  projectNo: string;

  @Field(() => String, { description: "Name (项目名称)." })
  name: string;

  @Field(() => FundSource, { description: "Whose money it is (资金来源)." })
  fundSource: FundSource;

  @Field(() => Selection, { description: "How the intermediary is selected (选取方式)." })
  selection: Selection;

  @Field(() => MoneyScalar, { nullable: true, description: "Highest price in yuan (最高限价)." })
  ceiling?: bigint;

  @Field(() => MarketState, { description: "State (项目状态)." })
  state: MarketState;

  @Field(() => String, {
    nullable: true,
    description: "Why it failed, was cancelled, suspended or disputed (状态说明).",
  })
  stateReason?: string;

  @Field(() => DateScalar, { description: "Day on which it was entered (登记日期)." })
  registeredAt: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the public notice (公告日期)." })
  publicNoticeAt?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day for bids (报价截止日期)." })
  closesAt?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day on which firms tell what they sealed; bids are opened after it (报价揭示截止日期).",
  })
  revealsUntil?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which bids were opened; until then they are sealed (开启报价日期).",
  })
  openedAt?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the selection (选定日期)." })
  selectedAt?: string;

  @Field(() => [MarketSuspension], { description: "Spans in which it stood still (暂停期间)." })
  suspensions: MarketSuspension[];

  @Field(() => RandomSource, {
    nullable: true,
    description: "Public source of randomness of a draw by lot, named with the public notice (公共随机源).",
  })
  randomSource?: RandomSource;

  @Field(() => Contract, { nullable: true, description: "Contract (合同)." })
  contract?: Contract;

  @Field(() => Deliverable, { nullable: true, description: "What was delivered (服务成果)." })
  deliverable?: Deliverable;

  @Field(() => Evaluation, { nullable: true, description: "The owner's evaluation (服务评价)." })
  evaluation?: Evaluation;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  serviceCode: string;
  ownerId: string;
  ownerUscc: string;
  departmentUscc: string;
  divisionCode: string;
  avoidIds: readonly string[];
  selectedId?: string;
  selectedUscc?: string;
  disputedAt?: string;
  disputedFrom?: MarketState;
  linkedCaseNo?: string;
  proof?: DrawProof;
}

/** A page of projects. */
export const IntermediaryProcurementConnection = createConnectionType(
  "IntermediaryProcurement",
  () => IntermediaryProcurement,
  "采购项目",
);
