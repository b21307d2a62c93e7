/** Keeps what the matters service tells of a commitment in place of documents (告知承诺): made when a decision rests on it, kept or broken as its agency found. */
import type { NewOf } from "../../../platform/database/index.js";
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { mintRecordId } from "../../../platform/import/index.js";
import {
  caseCommitment,
  MessageRejected,
  type CaseCommitmentTold,
  type MessageHandler,
  type ReceiveDependencies,
} from "../../../platform/outbox/index.js";
import { openInTime, takeToldStep, type LockedRecord } from "../../../platform/write/index.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { Fulfilment, type CommitmentEvent } from "../commitment/commitment.machine.js";
import type { COMMITMENTS } from "../commitment/commitment.rows.js";
import { revokeAnnulled } from "../licence-handling/revoke-annulled.js";
import { insertCommitment } from "./commitment-handling.repository.js";
import { commitmentOfCase, lockOfCase } from "./told-commitment.repository.js";
import { WRITTEN_COMMITMENT } from "./written-commitment.js";

const { PENDING, FULFILLED, BROKEN } = Fulfilment;

/** The commitment as it is first written, not verified. Nobody has a name in it, which applicants write: everybody reads it. Pure. */
export const commitmentTold = (
  { party, ...told }: CaseCommitmentTold,
  id: string,
): Omit<NewOf<typeof COMMITMENTS>, "version"> => ({
  id,
  ...(party.kind === "PERSON"
    ? {
        counterpartyId: undefined,
        counterpartyUscc: undefined,
        counterpartyHash: party.hash,
      }
    : {
        counterpartyId: party.organizationId ?? `CN-USCC-${party.uscc}`,
        counterpartyUscc: party.uscc,
        counterpartyHash: undefined,
      }),
  counterpartyName: undefined,
  ...{ authorityId: told.authorityId, authorityUscc: told.authorityUscc, divisionCode: told.divisionCode },
  ...{ type: CommitmentType.CERTIFICATE_NOTICE, text: told.text, signerName: undefined },
  ...{ signedOn: told.madeOn, dueOn: undefined, fulfilment: PENDING, verifiedOn: undefined, verifiedById: undefined },
  ...{ matterId: told.matterId, caseNo: told.caseNo, repairNo: undefined },
});

/** Finds it kept or broken as the agency did in the case, also where another finding stands. */
const find = async (
  { trx, asOf }: ReceiveDependencies,
  locked: LockedRecord,
  { found, authorityId }: CaseCommitmentTold,
): Promise<void> => {
  if (found === undefined) return;
  const [fulfilment, event]: [Fulfilment, CommitmentEvent] =
    found.outcome === "KEPT" ? [FULFILLED, "KEEP"] : [BROKEN, "BREAK"];
  if (locked.state === fulfilment) return;
  // The finding with its reasons is in the case.
  const facts = { today: found.on, reasons: `case ${String(locked["case_no"])}` };
  const step = (row: LockedRecord, taken: CommitmentEvent, set: Record<string, unknown>) =>
    takeToldStep(trx, WRITTEN_COMMITMENT, "OFFICER", { row, event: taken, facts, asOf, set });
  const reopened =
    locked.state === PENDING
      ? undefined
      : await step(locked, "REOPEN", { fulfilment: PENDING, verified_on: null, verified_by_id: null });
  const open = reopened === undefined ? locked : { ...locked, version: reopened.version, state: PENDING };
  await step(open, event, { fulfilment, verified_on: found.on, verified_by_id: authorityId });
};

/** Applies `matters.case-commitment`. Throws MessageRejected where it says what no case does. */
export const keepTold: MessageHandler = async ({ payload }, receiving) => {
  const read = caseCommitment.safeParse(payload);
  if (!read.success) throw new MessageRejected("CASE_COMMITMENT_SHAPE");
  const told = read.data;
  const { trx, asOf } = receiving;
  if ((await commitmentOfCase(trx, told.caseNo)) === undefined) {
    const record = commitmentTold(told, mintRecordId("CN"));
    await insertCommitment(trx, record);
    await openInTime(trx, WRITTEN_COMMITMENT, { key: record.id, basis: basisOfProcedure("COMMITMENT")(), asOf });
  }
  await find(receiving, (await lockOfCase(trx, told.caseNo))!, told);
  if (told.annulledBy !== undefined && told.found !== undefined)
    await revokeAnnulled(receiving, told.caseNo, { on: told.found.on, documentNo: told.annulledBy });
};
