/** Does what the verbs of commitments say: each one step of the case's machine, told to credit in its transaction. */
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { checkStated } from "../../../platform/write/index.js";
import { withOutcome } from "../case-handling/case-commitment.js";
import { decided } from "../case-handling/case-content.js";
import type { CaseStepInput } from "../case-handling/case-handling.input.js";
import type { CasePayload } from "../case-handling/case-handling.type.js";
import type { MattersServices } from "../context.js";
import { CaseOutcome, CommitmentOutcome } from "../service-case/service-case.enums.js";
import type { AnnulCaseInput, GrantOnCommitmentInput } from "./case-commitment.input.js";
import { revokeLicence } from "./case-commitment.repository.js";
import { tellCommitment } from "./commitment-told.js";

/** Steps of cases that rest on a commitment. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface CaseCommitmentService {
  grant(input: GrantOnCommitmentInput): Promise<CasePayload>;
  confirm(input: CaseStepInput): Promise<CasePayload>;
  /** Throws BAD_USER_INPUT as well, where the number of the document says nothing. */
  annul(input: AnnulCaseInput): Promise<CasePayload>;
}

/** Creates the service for one request. */
export const createCaseCommitmentService = (
  { asOf }: ServiceDependencies,
  services: MattersServices,
): CaseCommitmentService => {
  const today = localDateOf(asOf);
  const { GRANTED } = CaseOutcome;
  return {
    grant: (input) =>
      services.handling.step("grantOnCommitment", input, {
        event: "GRANT_ON_COMMITMENT",
        facts: { acceptanceNo: input.acceptanceNo, granted: true },
        set: { acceptedOn: today, acceptanceNo: input.acceptanceNo },
        begins: "决定",
        content: (content) => decided(content, { outcome: GRANTED }, input.resultName, today),
        beside: (trx, caseNo, { version }) => tellCommitment(trx, caseNo, { version, occurredAt: asOf }),
      }),
    confirm: (input) =>
      services.handling.step("confirmCaseCommitment", input, {
        event: "CONFIRM_COMMITMENT",
        content: (content) => withOutcome(content, { outcome: CommitmentOutcome.KEPT, today }),
        beside: (trx, caseNo, { version }) => tellCommitment(trx, caseNo, { version, occurredAt: asOf }),
      }),
    async annul(input) {
      const { reasons, remedy, documentNo } = input;
      checkStated("documentNo", documentNo);
      return services.handling.step("annulCase", input, {
        event: "ANNUL",
        facts: { reasons, remedy },
        set: { endedOn: today },
        content: (content) => withOutcome(content, { outcome: CommitmentOutcome.BROKEN, today, remedy }),
        async beside(trx, caseNo, { version }) {
          await revokeLicence(trx, caseNo, today);
          await tellCommitment(trx, caseNo, { version, occurredAt: asOf, annulledBy: documentNo });
        },
        reason: reasons,
      });
    },
  };
};
