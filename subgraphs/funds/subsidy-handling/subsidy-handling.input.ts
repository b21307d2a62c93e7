/** Inputs of the verbs of subsidy batches. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MaxLength, UsccScalar } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** A step that needs no more than the batch. */
@InputType({ description: "A step of a subsidy batch (发放批次操作)." })
export class BatchStepInput extends ChangeInput {
  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;
}

/** Payment. */
@InputType({ description: "Payment of a reviewed batch (发放)." })
export class PayBatchInput extends BatchStepInput {
  @Field(() => UsccScalar, {
    nullable: true,
    description: "Bank that pays the lines, whose agents may send single ones back (代发银行).",
  })
  bank?: string;
}

/** Publicity in the village. */
@InputType({ description: "Publicity of a roster in its village, from today on (村级公示)." })
export class PostRosterInput extends BatchStepInput {
  @Field(() => DateScalar, { description: "Last day of publicity, at most 60 days from today (公示截止日期)." })
  publicityTo: string;
}

/** An objection. */
@InputType({ description: "An objection to a posted roster (公示异议)." })
export class ObjectToRosterInput extends WriteInput {
  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => Int, {
    nullable: true,
    description: "Line that it is about; the roster as a whole where there is none (明细序号).",
  })
  lineNo?: number;

  @MaxLength(1_000)
  @Field(() => String, { description: "What is wrong with it (异议内容)." })
  content: string;
}

/** Its answer. */
@InputType({ description: "Answer to an objection to a roster (异议处理)." })
export class AnswerRosterObjectionInput extends ChangeInput {
  @Field(() => ID, { description: "Objection (异议编号)." })
  objectionNo: string;

  @Field(() => Boolean, { description: "True where it is right: the batch is not paid then (异议是否成立)." })
  upheld: boolean;

  @MaxLength(1_000)
  @Field(() => String, { description: "Reasons that are told (理由)." })
  reasons: string;
}
