/** Inputs of the verbs of lines that come back. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** A line that comes back. */
@InputType({ description: "A line of a paid batch that the payee's bank did not take (补贴明细退票)." })
export class ReturnSubsidyLineInput extends WriteInput {
  @Field(() => Int, {
    description:
      "Version of the line's return that you have seen, 0 where it never came back; another one is a CONFLICT (所见退票版本).",
  })
  expectedVersion: number;

  @Field(() => ID, { description: "Batch (批次号)." })
  batchNo: string;

  @Field(() => Int, { description: "Number of the line in it (明细序号)." })
  lineNo: number;

  @MaxLength(200)
  @Field(() => String, { description: "Why it came back (退票原因)." })
  reasons: string;
}

/** Its payment to another account. */
@InputType({ description: "Payment of a line that came back, to the account that the person gave since (重新发放)." })
export class RepaySubsidyLineInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the return (退票编号)." })
  returnNo: string;

  @MaxLength(4)
  @Field(() => String, {
    nullable: true,
    description: "Last four characters of the account; no more of it is kept (收款账号后四位).",
  })
  accountTail?: string;
}
