/** Objections to posted rosters: filed by anybody who is signed in while the roster is posted, answered by the scheme's agency. */
import { basisOfLimit, localDateOf } from "../../../platform/domain/index.js";
import { ServiceError, type ReasonName } from "../../../platform/errors/index.js";
import {
  actingSubject,
  checkStated,
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
import { findFiled, hasLine, insertObjection, lockBatch, type FiledBefore } from "./roster-objection.repository.js";
import { WRITTEN_OBJECTION } from "./written-batch.js";

const broken = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });

/**
 * Throws RULE_VIOLATION where the person has an objection to the roster that is not answered yet (OBJECTION_FILED), or had an answer about
 * the same line (OBJECTION_ANSWERED): whoever objects is heard, and nobody keeps a village's money back by asking again and again.
 */
const checkFiled = async (trx: WriteTransaction, filed: FiledBefore): Promise<void> => {
  const before = await findFiled(trx, filed);
  if (before.some(({ state }) => state === RosterObjectionState.FILED))
    throw broken("OBJECTION_FILED", "An objection of yours to this roster is not answered yet.");
  if (before.some(({ line_no }) => line_no === filed.lineNo))
    throw broken("OBJECTION_ANSWERED", "Your objection to it was answered.");
};

/**
 * Files it. Throws NOT_FOUND where no such roster is posted or it has no such line, for everyone alike, BAD_USER_INPUT (STATED) where nothing
 * is said, RULE_VIOLATION where the person objected before.
 */
export const fileObjection = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batchNo, content, lineNo }: ObjectToRosterInput,
  inputHash: string,
): Promise<StepTaken<RosterObjectionState>> => {
  checkStated("content", content);
  const acting = actingSubject(dependencies.viewer);
  const today = localDateOf(dependencies.asOf);
  const batch = await lockBatch(trx, batchNo);
  const posted = batch && isPosted({ publicityFrom: batch.publicity_from, publicityTo: batch.publicity_to }, today);
  if (!acting || !posted) throw new ServiceError("NOT_FOUND");
  if (lineNo != null && !(await hasLine(trx, batchNo, lineNo))) throw new ServiceError("NOT_FOUND");
  await checkFiled(trx, { batchNo, subject: acting.subject, lineNo: lineNo ?? null });
  const key = await insertObjection(trx, {
    ...{ lineNo: lineNo ?? undefined, batchNo, content, subject: acting.subject, filedOn: today },
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
