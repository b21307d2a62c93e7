/** Objections to posted rosters: filed by anybody who is signed in while the roster is posted, answered by the scheme's agency. */
import { basisOfLimit, localDateOf } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import {
  actingSubject,
  lockRecord,
  openingStep,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { isPosted } from "../subsidy/subsidy.policy.js";
import { RosterObjectionState } from "./roster-objection.machine.js";
import type { AnswerRosterObjectionInput, ObjectToRosterInput } from "./subsidy-handling.input.js";
import { insertObjection, lockBatch } from "./subsidy-handling.repository.js";
import { WRITTEN_OBJECTION } from "./written-batch.js";

/** Files it. Throws NOT_FOUND where no such roster is posted, for everyone alike, BAD_USER_INPUT (STATED) where nothing is said. */
export const fileObjection = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batchNo, content }: ObjectToRosterInput,
  inputHash: string,
): Promise<StepTaken<RosterObjectionState>> => {
  if (!isStated(content)) throw badInput("content", "STATED", "content says something.");
  const acting = actingSubject(dependencies.viewer);
  const today = localDateOf(dependencies.asOf);
  const batch = await lockBatch(trx, batchNo);
  const posted = batch && isPosted({ publicityFrom: batch.publicity_from, publicityTo: batch.publicity_to }, today);
  if (!acting || !posted) throw new ServiceError("NOT_FOUND");
  const key = await insertObjection(trx, {
    ...{ batchNo, content, subject: acting.subject, filedOn: today },
    agencyUscc: batch.agency_uscc,
    divisionCode: batch.division_code,
    answer: undefined,
    state: RosterObjectionState.FILED,
  });
  return openingStep(trx, WRITTEN_OBJECTION, dependencies, {
    ...{ key, part: "SUBJECT", basis: basisOfLimit("L21")(), inputHash },
  });
};

/** Answers it. An objection that is right stays in the way of its batch, which is loaded corrected under another number. */
export const answerObjection = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { objectionNo, expectedVersion, upheld, reasons }: AnswerRosterObjectionInput,
  inputHash: string,
): Promise<StepTaken<RosterObjectionState>> => {
  const row = await lockRecord(trx, WRITTEN_OBJECTION, dependencies, { key: objectionNo, expectedVersion });
  return takeStep(trx, WRITTEN_OBJECTION, dependencies, {
    ...{ row, event: upheld ? "UPHOLD" : "REJECT", facts: { reasons }, inputHash },
    set: { answer: reasons },
    reason: reasons,
  });
};
