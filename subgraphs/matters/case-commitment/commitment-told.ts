/** Tells credit of a commitment on which a decision rests, and of what was found of it (信用承诺及履行情况). */
import type { RowOf } from "../../../platform/database/index.js";
import { CASE_COMMITMENT, sendMessage, type CaseCommitmentTold } from "../../../platform/outbox/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { restingOn } from "../case-handling/case-commitment.js";
import { ServiceRecipient } from "../matter/matter.enums.js";
import type { SERVICE_CASES } from "../service-case/service-case.rows.js";
import { STORED_CASE } from "../service-case/service-case.stored.js";
import { steppedCase } from "./case-commitment.repository.js";

/** What the message says, undefined where no decision rests on a commitment. A person is a keyed hash alone; the words are those of the published matter. Pure. */
export const toldPayload = (
  row: RowOf<typeof SERVICE_CASES>,
  annulledBy: string | undefined,
): CaseCommitmentTold | undefined => {
  const commitment = restingOn(STORED_CASE.read(row.content));
  if (commitment === undefined) return undefined;
  const { subject, applicant_org_id: organizationId } = row;
  return {
    caseNo: row.case_no,
    matterId: row.matter_id,
    authorityId: row.dept_id,
    authorityUscc: row.dept_uscc,
    divisionCode: row.division_code,
    party:
      row.applicant_type === ServiceRecipient.NATURAL_PERSON
        ? { kind: "PERSON", hash: subject }
        : { kind: "BODY", uscc: subject, ...(organizationId === null ? {} : { organizationId }) },
    text: commitment.materials.map((material) => `${material.name}：${material.text}`).join("\n"),
    madeOn: commitment.madeOn,
    ...(commitment.outcome === undefined || commitment.verifiedOn === undefined
      ? {}
      : { found: { outcome: commitment.outcome, on: commitment.verifiedOn } }),
    ...(annulledBy === undefined ? {} : { annulledBy }),
  };
};

/** Sends it in the transaction of the step. */
export const tellCommitment = async (
  trx: WriteTransaction,
  caseNo: string,
  {
    version,
    occurredAt,
    annulledBy,
  }: { readonly version: number; readonly occurredAt: Date; readonly annulledBy?: string },
): Promise<void> => {
  const payload = toldPayload(await steppedCase(trx, caseNo), annulledBy);
  if (payload === undefined) return;
  await sendMessage(trx, { topic: CASE_COMMITMENT, record: `case/${caseNo}`, version, payload, occurredAt });
};
