/** SubsidyBatch and RosterObjection, their verbs and what they answer. */
import { Field, ID, Int, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar } from "../../../platform/graphql/index.js";
import { SubsidyState } from "../subsidy/subsidy.machine.js";
import { RosterObjectionState } from "./roster-objection.machine.js";

/** A batch as those know it who handle it; nobody of its roster is named. */
@ObjectType({ description: "A subsidy batch, for those who handle it (一卡通发放批次)." })
export class SubsidyBatch {
  @Field(() => ID, { description: "Number (批次号)." })
  batchNo: string;

  @Field(() => SubsidyState, { description: "State, its lines that came back apart (状态)." })
  state: SubsidyState;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  @Field(() => ID, { description: "Village, twelve digits (村级区划代码)." })
  villageCode: string;

  @Field(() => String, { description: "Period that is paid for (发放周期)." })
  period: string;

  @Field(() => Int, { description: "Number of lines (补贴户数)." })
  lineCount: number;

  @Field(() => MoneyScalar, { description: "Amount in all (补贴总额)." })
  totalAmount: bigint;

  @Field(() => DateScalar, { description: "First day of publicity (公示开始日期)." })
  publicityFrom: string;

  @Field(() => DateScalar, { description: "Last day of publicity (公示截止日期)." })
  publicityTo: string;

  @Field(() => Int, { description: "Objections that stand in the way: filed or upheld (未处理或者成立的异议)." })
  objectionsOpen: number;

  paymentNo?: string;
}

/** An objection. */
@ObjectType({ description: "An objection to a posted roster, for who filed it and who answers it (公示异议)." })
export class RosterObjection {
  @Field(() => ID, { description: "Number (异议编号)." })
  objectionNo: string;

  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => Int, {
    nullable: true,
    description: "Line that it is about; absent where it is about the roster (明细序号).",
  })
  lineNo?: number;

  @Field(() => RosterObjectionState, { description: "State (状态)." })
  state: RosterObjectionState;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  @Field(() => DateScalar, { description: "Day of filing (提出日期)." })
  filedOn: string;

  @Field(() => String, { nullable: true, description: "Answer with its reasons (处理意见)." })
  answer?: string;

  subject: string;
  agencyUscc: string;
  divisionCode: string;
  content: string;
}

/** What a verb of a batch answers. */
@ObjectType({ description: "The batch, as the write left it (发放批次操作结果)." })
export class SubsidyBatchPayload {
  @Field(() => SubsidyBatch, { nullable: true, description: "The batch (发放批次)." })
  batch?: SubsidyBatch;
}

/** What a verb of an objection answers. */
@ObjectType({ description: "The objection, as the write left it (公示异议操作结果)." })
export class RosterObjectionPayload {
  @Field(() => RosterObjection, { nullable: true, description: "The objection (公示异议)." })
  objection?: RosterObjection;
}

/** Verbs of the scheme's agency and the finance department. */
export const scheme = (description: string): MethodDecorator =>
  Verb(() => SubsidyBatchPayload, { by: ["AGENCY"], basis: "SUBSIDY-CARD-2020", description });

/** Verbs of objections, by those who have them. */
export const onObjection = (by: "OWNER" | "AGENCY", description: string): MethodDecorator =>
  Verb(() => RosterObjectionPayload, { by: [by], basis: "SUBSIDY-CARD-2020", description });
