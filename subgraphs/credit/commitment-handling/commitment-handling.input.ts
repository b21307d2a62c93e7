/** Inputs of the verbs of commitments. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MaxLength, UsccScalar } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { CommitmentFinding } from "./commitment-handling.enums.js";

/** A promise. */
@InputType({ description: "A commitment that a body makes of its own accord (作出信用承诺)." })
export class MakeCommitmentInput extends WriteInput {
  @Field(() => CommitmentType, { description: "VOLUNTARY_DISCLOSURE or SELF_DISCIPLINE (承诺类型)." })
  type: CommitmentType;

  @MaxLength(2_000)
  @Field(() => String, { description: "What is promised; everybody reads it (承诺内容)." })
  text: string;

  @Field(() => UsccScalar, { description: "Authority to which it is made, and which verifies it (承诺受理机关)." })
  authority: string;

  @Field(() => DateScalar, { nullable: true, description: "Day by which it is to be kept, after today (履行期限)." })
  dueOn?: string;
}

/** A step whose reason is told. */
@InputType({ description: "A step of a commitment with its reason (信用承诺操作)." })
export class ReopenCommitmentInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the commitment (承诺编号)." })
  id: string;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Reason; needed but to find that it was kept (理由)." })
  reasons?: string;
}

/** A finding. */
@InputType({ description: "Verification of whether a commitment was kept (信用承诺履行核实)." })
export class VerifyCommitmentInput extends ReopenCommitmentInput {
  @Field(() => CommitmentFinding, { description: "FULFILLED or BROKEN (核实结果)." })
  finding: CommitmentFinding;
}
