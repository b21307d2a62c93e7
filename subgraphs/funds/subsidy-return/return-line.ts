/** A single line of a paid batch comes back, and is paid again: two movements, each with what line, payment and return say of it. */
import { localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import {
  checkStated,
  lockBeside,
  lockRecord,
  openingStep,
  permitStep,
  staleVersion,
  takeStep,
  type LockedRecord,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { RowOf } from "../../../platform/database/index.js";
import type { Actor } from "../../../platform/machine/index.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { accountOf, lockPaid } from "../payment-order/pay-order.js";
import { payAgain } from "../payment-order/pay-subsidy.js";
import { findPaidAllocation, type PaidAllocation } from "../payment-order/payment-order.repository.js";
import { findAllocationOfBatch } from "../subsidy-handling/subsidy-handling.repository.js";
import type { BatchBeside } from "../subsidy-handling/subsidy-handling.repository.js";
import { SubsidyState, type SubsidyGuardFacts } from "../subsidy/subsidy.machine.js";
import type { SUBSIDY_BATCHES, SUBSIDY_LINES } from "../subsidy/subsidy.rows.js";
import type { RepaySubsidyLineInput, ReturnSubsidyLineInput } from "./subsidy-return.input.js";
import { WRITTEN_BY_BANK, WRITTEN_RETURN } from "./subsidy-return.policy.js";
import {
  addReturned,
  fillLine,
  findBatchOfReturn,
  insertReturn,
  isPaidElsewhere,
  lockLine,
  returnNoOf,
  versionOfReturn,
} from "./subsidy-return.repository.js";
import type { ReturnRow } from "./subsidy-return.rows.js";

type Batch = LockedRecord & RowOf<typeof SUBSIDY_BATCHES> & BatchBeside;
type Line = RowOf<typeof SUBSIDY_LINES>;

/** No guard of either step looks at anything. */
const factsOn = (today: LocalDate): SubsidyGuardFacts => ({ today, publicityTo: today, objectionsOpen: false });

/** The allocation out of which a batch was paid; its accounts are locked before any row. Throws NOT_FOUND where there is no such batch. */
const lockAllocation = async (trx: WriteTransaction, batchNo: string | undefined): Promise<PaidAllocation> => {
  const id = batchNo === undefined ? undefined : await findAllocationOfBatch(trx, batchNo);
  const allocation = id === undefined ? undefined : await findPaidAllocation(trx, id);
  if (allocation === undefined) throw new ServiceError("NOT_FOUND");
  await lockPaid(trx, allocation);
  return allocation;
};

/** State of a line whose batch is of this state. */
const stateOf = ({ returned_on, repaid_payment_no }: Line, batch: Batch): string => {
  if (repaid_payment_no !== null) return SubsidyState.REPAID;
  return returned_on === null ? batch.state : SubsidyState.RETURNED;
};

/**
 * The bank sends a line back, that of the batch's payment or of the one by which it was paid again: its money is where the batch was paid
 * from. Throws NOT_FOUND where there is no such line that the viewer may know of, CONFLICT where it came back or was paid again since it was
 * read, RULE_VIOLATION where it is not paid, or came back before and was not paid again (STATE), BAD_USER_INPUT (STATED) where no reason is given.
 */
export const returnLine = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batchNo, lineNo, expectedVersion, reasons }: ReturnSubsidyLineInput,
  inputHash: string,
): Promise<StepTaken<string>> => {
  checkStated("reasons", reasons);
  const allocation = await lockAllocation(trx, batchNo);
  const batch = (await lockBeside(trx, WRITTEN_BY_BANK, dependencies, batchNo)) as Batch;
  const line = await lockLine(trx, { batchNo, lineNo });
  if (line === undefined) throw new ServiceError("NOT_FOUND");
  const version = await versionOfReturn(trx, { batchNo, lineNo });
  if (version !== expectedVersion) throw staleVersion(version);
  const on = localDateOf(dependencies.asOf);
  const row = { ...batch, state: stateOf(line, batch) };
  const permitted = permitStep(WRITTEN_BY_BANK, dependencies, { row, event: "RETURN", facts: factsOn(on) });
  const amount = line.amount_fen;
  const movement = await postMovement(trx, {
    ...{ kind: "PAY_RETURN", allocationId: allocation.id, lineage: allocation.lineage, amount, on },
    giver: ACCOUNTS.payees,
    receiver: accountOf(allocation),
  });
  await addReturned(trx, line.repaid_payment_no ?? batch.payment_no!, { on, movement, amount, reason: reasons });
  await fillLine(trx, { batchNo, lineNo }, { returned_on: on, repaid_payment_no: null });
  return recordReturn(trx, dependencies, { batch, line, version, movement, on, reasons, inputHash, ...permitted });
};

/** A line whose money is back, and in what part and by which law somebody said so. */
interface LineBack {
  readonly batch: Batch;
  readonly line: Line;
  /** That of its return; 0 where it never came back before. */
  readonly version: number;
  readonly movement: bigint;
  readonly on: LocalDate;
  readonly reasons: string;
  readonly inputHash: string;
  readonly part: Actor;
  readonly basis: string;
}

/** Begins the record of the return; where the line came back before, that record takes the step. */
const recordReturn = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batch, line, version, movement, on, reasons, inputHash, part, basis }: LineBack,
): Promise<StepTaken<string>> => {
  const { batch_no: batchNo, line_no: lineNo } = line;
  if (version > 0)
    return takeStep(trx, WRITTEN_RETURN, dependencies, {
      row: await lockBeside(trx, WRITTEN_RETURN, dependencies, returnNoOf({ batchNo, lineNo })),
      ...{ event: "RETURN", facts: factsOn(on), reason: reasons, inputHash },
      set: { returned_on: on, reason: reasons, movement_id: movement, repaid_on: null, repaid_payment_no: null },
    });
  const key = await insertReturn(trx, {
    ...{ batchNo, lineNo, amount: line.amount_fen, movementId: movement, returnedOn: on, reason: reasons },
    ...{ recipientHash: line.recipient_hash, agencyUscc: batch.agency_uscc, villageCode: batch.village_code },
    ...{ receiverUscc: batch.receiver_uscc!, bankUscc: batch.bank_uscc ?? undefined },
    ...{ repaidOn: undefined, repaidPaymentNo: undefined },
  });
  return openingStep(trx, WRITTEN_RETURN, dependencies, { key, part, basis, inputHash });
};

/**
 * Pays a line again that came back. Throws RULE_VIOLATION where it was paid again before or the allotment is closed (STATE), another batch paid the
 * person meanwhile (PAID_TWICE, rule B7) or the account holds less (OVERDRAWN, rule B1), BAD_USER_INPUT where the account's end is no four characters.
 */
export const repayLine = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { returnNo, expectedVersion, accountTail }: RepaySubsidyLineInput,
  inputHash: string,
): Promise<StepTaken<string>> => {
  if (accountTail != null && !/^[0-9A-Z]{4}$/.test(accountTail))
    throw badInput("accountTail", "ACCOUNT_TAIL", "accountTail is the last four characters of an account.");
  const allocation = await lockAllocation(trx, await findBatchOfReturn(trx, returnNo));
  const row = await lockRecord(trx, WRITTEN_RETURN, dependencies, { key: returnNo, expectedVersion });
  const { batch_no: batchNo, line_no: lineNo, ...returned } = row as LockedRecord & ReturnRow;
  const on = localDateOf(dependencies.asOf);
  permitStep(WRITTEN_RETURN, dependencies, { row, event: "REPAY", facts: factsOn(on) });
  if (await isPaidElsewhere(trx, { batchNo, lineNo }))
    throw new ServiceError("RULE_VIOLATION", "A person is paid once for a policy and a period.", {
      reason: "PAID_TWICE",
    });
  const paymentNo = await payAgain(trx, dependencies, {
    ...{ allocation, inputHash, batchNo, accountTail: accountTail ?? undefined },
    ...{ amount: returned.amount_fen, recipientHash: returned.recipient_hash, agencyUscc: returned.agency_uscc },
  });
  await fillLine(trx, { batchNo, lineNo }, { repaid_payment_no: paymentNo, account_tail: accountTail ?? null });
  return takeStep(trx, WRITTEN_RETURN, dependencies, {
    ...{ row, event: "REPAY", facts: factsOn(on), inputHash },
    set: { repaid_on: on, repaid_payment_no: paymentNo },
  });
};
