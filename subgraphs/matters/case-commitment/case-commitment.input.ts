/** Inputs of the verbs of commitments in place of materials. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { AcceptCaseInput, CaseStepInput } from "../case-handling/case-handling.input.js";

/** A decision on the spot. */
@InputType({ description: "Acceptance and grant on the spot, on the applicant's commitment (告知承诺当场准予)." })
export class GrantOnCommitmentInput extends AcceptCaseInput {
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Name of what is issued (结果名称)." })
  resultName?: string;
}

/** Annulment. */
@InputType({ description: "Annulment of a decision whose commitment was false or not kept (撤销决定)." })
export class AnnulCaseInput extends CaseStepInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the document that annuls it (撤销决定文书号)." })
  documentNo: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "What was found, told to the applicant (撤销理由)." })
  reasons: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "What is told of review and lawsuit (救济途径)." })
  remedy: string;
}
