/** Tells other services of a case that ended with a licence, which is to be published (双公示, L12). */
import { CASE_COMPLETED, sendMessage, type CaseCompleted } from "../../../platform/outbox/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { ServiceRecipient } from "../matter/matter.enums.js";
import type { IssuedLicence } from "./case-licence.repository.js";

/** What the message says: the licence, its authority and its holder; nothing that the applicant wrote but the name. Pure. */
export const completedPayload = (
  { licence, applicantType, taskName, decidedOn }: IssuedLicence,
  isAdult: boolean,
): CaseCompleted => {
  const { subject, holderName: name, holderOrgId, validTo } = licence;
  return {
    caseNo: licence.caseNo,
    matterId: licence.matterId,
    authorityId: licence.deptId,
    authorityUscc: licence.deptUscc,
    divisionCode: licence.divisionCode,
    holder:
      applicantType === ServiceRecipient.NATURAL_PERSON
        ? { kind: "PERSON", hash: subject, name, isAdult }
        : { kind: "BODY", uscc: subject, name, ...(holderOrgId === undefined ? {} : { organizationId: holderOrgId }) },
    licence: {
      number: licence.certificateNumber,
      name: licence.name,
      content: taskName,
      decidedOn,
      issuedOn: licence.issuedOn,
      ...(validTo === undefined ? {} : { validTo }),
    },
  };
};

/** Sends it in the transaction that completed the case. */
export const tellCompleted = async (
  trx: WriteTransaction,
  issued: IssuedLicence,
  { version, occurredAt, isAdult }: { readonly version: number; readonly occurredAt: Date; readonly isAdult: boolean },
): Promise<void> => {
  await sendMessage(trx, {
    topic: CASE_COMPLETED,
    record: `case/${issued.licence.caseNo}`,
    version,
    payload: completedPayload(issued, isAdult),
    occurredAt,
  });
};
