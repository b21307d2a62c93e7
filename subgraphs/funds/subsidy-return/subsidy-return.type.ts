/** SubsidyReturn: a line of a paid batch that the bank sent back (补贴明细退票), its verbs and what they answer. */
import { Field, ID, Int, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar } from "../../../platform/graphql/index.js";
import { SubsidyState } from "../subsidy/subsidy.machine.js";

/** A line that came back. It names nobody, and no account. */
@ObjectType({ description: "A line of a paid batch that the bank sent back (补贴明细退票)." })
export class SubsidyReturn {
  @Field(() => ID, { description: "Number (退票编号)." })
  returnNo: string;

  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => Int, { description: "Number of the line in it (明细序号)." })
  lineNo: number;

  @Field(() => SubsidyState, { description: "RETURNED or REPAID (状态)." })
  state: SubsidyState;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;

  @Field(() => DateScalar, { description: "Day on which it came back (退票日期)." })
  returnedOn: string;

  @Field(() => String, { description: "Why (退票原因)." })
  reason: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was paid again (重新发放日期)." })
  repaidOn?: string;

  repaidPaymentNo?: string;
}

/** What a verb of a line that came back answers. */
@ObjectType({ description: "The line that came back, as the write left it (退票操作结果)." })
export class SubsidyReturnPayload {
  @Field(() => SubsidyReturn, { nullable: true, description: "The line that came back (补贴明细退票)." })
  subsidyReturn?: SubsidyReturn;
}

/** A verb of banks and finance departments. */
export const onReturn = (by: ("OWNER" | "AGENCY")[], description: string): MethodDecorator =>
  Verb(() => SubsidyReturnPayload, { by, basis: "SUBSIDY-CARD-2020", description });
