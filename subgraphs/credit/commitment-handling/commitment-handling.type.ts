/** Verbs of commitments, of the body that makes one and of the authority that took it, and what they answer. */
import { Field, ObjectType, Verb, type Closure } from "../../../platform/graphql/classes/index.js";
import { CreditCommitment } from "../commitment/commitment.type.js";

/** Who reads what was done about a commitment: reasons may tell of the person or the case. */
export const COMMITMENT_FILE_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** What a verb of a commitment answers. */
@ObjectType({ description: "The commitment, as the write left it (信用承诺操作结果)." })
export class CommitmentPayload {
  @Field(() => CreditCommitment, { nullable: true, description: "The commitment (信用承诺)." })
  commitment?: CreditCommitment;
}

/** Verbs of the body that promises. */
export const promising = (description: string): MethodDecorator =>
  Verb(() => CommitmentPayload, { by: ["OWNER"], basis: "CREDIT-SUPERVISION-2019-35", description });

/** Verbs of the authority (国办发〔2019〕35号: whether promises are kept goes into the record of credit). */
export const authority = (description: string): MethodDecorator =>
  Verb(() => CommitmentPayload, { by: ["AGENCY"], basis: "CREDIT-SUPERVISION-2019-35", description });
