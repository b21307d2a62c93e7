/** Inputs of the verbs of commitments. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";
import { CommitmentFinding } from "./commitment-handling.enums.js";

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
