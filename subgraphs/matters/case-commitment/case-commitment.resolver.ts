/** Verbs of commitments in place of materials (告知承诺): decided on the spot, verified afterwards, annulled where it was broken. */
import { Ctx, Resolver, VerbInput } from "../../../platform/graphql/classes/index.js";
import { CaseStepInput } from "../case-handling/case-handling.input.js";
import { agency, type CasePayload } from "../case-handling/case-handling.type.js";
import type { MattersContext } from "../context.js";
import { AnnulCaseInput, GrantOnCommitmentInput } from "./case-commitment.input.js";

@Resolver()
export class CaseCommitmentResolver {
  @agency(
    "NOTICE-COMMITMENT-2020",
    "Accepts and grants a case on the spot, as its applicant committed in place of what is not handed in (告知承诺当场准予).",
  )
  grantOnCommitment(
    @VerbInput() input: GrantOnCommitmentInput,
    @Ctx() { services }: MattersContext,
  ): Promise<CasePayload> {
    return services.caseCommitments.grant(input);
  }

  @agency("NOTICE-COMMITMENT-2020", "Records that the commitment of a granted case is true and kept (核查属实).")
  confirmCaseCommitment(@VerbInput() input: CaseStepInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.caseCommitments.confirm(input);
  }

  @agency(
    "LICENSING-2019-69",
    "Annuls a decision whose commitment was false or not kept; its licence is revoked with it (撤销决定).",
  )
  annulCase(@VerbInput() input: AnnulCaseInput, @Ctx() { services }: MattersContext): Promise<CasePayload> {
    return services.caseCommitments.annul(input);
  }
}
