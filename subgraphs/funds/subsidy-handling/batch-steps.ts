/** Steps of a batch: posted in the village, reviewed once no objection stands, paid after publicity ended. */
import { addDays, localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import { ServiceError, type ReasonName } from "../../../platform/errors/index.js";
import {
  lockRecord,
  takeStep,
  type LockedRecord,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { RowOf } from "../../../platform/database/index.js";
import { lockPaid } from "../payment-order/pay-order.js";
import { payBatch } from "../payment-order/pay-subsidy.js";
import { findPaidAllocation } from "../payment-order/payment-order.repository.js";
import { rosterEnd } from "../subsidy/roster-end.js";
import type { SubsidyEvent, SubsidyState } from "../subsidy/subsidy.machine.js";
import type { SUBSIDY_BATCHES } from "../subsidy/subsidy.rows.js";
import type { BatchStepInput, PayBatchInput, PostRosterInput } from "./subsidy-handling.input.js";
import {
  countStanding,
  fillBatch,
  findAllocationOfBatch,
  findLineFaults,
  postRoster,
} from "./subsidy-handling.repository.js";
import { WRITTEN_BY_FINANCE, WRITTEN_BY_SCHEME, type WrittenBatch } from "./written-batch.js";

/** A batch that is locked. */
type LockedBatch = LockedRecord & RowOf<typeof SUBSIDY_BATCHES>;

/** Later than every day: publicity whose end nobody knows has not ended. */
const NEVER: LocalDate = "9999-12-31";

interface Asked {
  readonly written: WrittenBatch;
  readonly event: SubsidyEvent;
  readonly input: BatchStepInput;
  readonly inputHash: string;
  readonly set?: Readonly<Record<string, unknown>>;
}

const take = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { written, event, input, inputHash, set = {} }: Asked,
): Promise<{ readonly taken: StepTaken<SubsidyState>; readonly batch: LockedBatch }> => {
  const { batchNo, expectedVersion } = input;
  const batch = (await lockRecord(trx, written, dependencies, { key: batchNo, expectedVersion })) as LockedBatch;
  const facts = {
    today: localDateOf(dependencies.asOf),
    publicityTo: rosterEnd(batch.publicity_from, batch.publicity_to) ?? NEVER,
    objectionsOpen: (await countStanding(trx, batchNo)) > 0,
  };
  return { taken: await takeStep(trx, written, dependencies, { row: batch, event, facts, set, inputHash }), batch };
};

const broken = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });

/** The most days for which a roster is posted: a slip of the year would keep a village's money back for good. */
const LONGEST_DAYS = 60;

/**
 * Posts the roster from today on. Throws RULE_VIOLATION where it would not be posted as long as it must be (PUBLICITY_TOO_SHORT, L21), or for
 * longer than 60 days (PUBLICITY_TOO_LONG).
 */
export const postBatch = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  input: PostRosterInput,
  inputHash: string,
): Promise<StepTaken<SubsidyState>> => {
  const [from, to] = [localDateOf(dependencies.asOf), input.publicityTo];
  const set = { publicity_from: from, publicity_to: to };
  const asked: Asked = { written: WRITTEN_BY_SCHEME, event: "POST", input, inputHash };
  // The days are checked once the machine has let it happen, and set with it.
  const { taken } = await take(trx, dependencies, to < from ? asked : { ...asked, set });
  if (to < from || (rosterEnd(from, to) ?? NEVER) > to)
    throw broken("PUBLICITY_TOO_SHORT", "The roster is posted as long as the rules of the place say.");
  if (to > addDays(from, LONGEST_DAYS)) throw broken("PUBLICITY_TOO_LONG", "A roster is posted for at most 60 days.");
  await postRoster(trx, input.batchNo, { from, to });
  return taken;
};

/** Reviews the batch. */
export const reviewBatch = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  input: BatchStepInput,
  inputHash: string,
): Promise<StepTaken<SubsidyState>> => {
  const set = { town_reviewed_on: localDateOf(dependencies.asOf) };
  return (await take(trx, dependencies, { written: WRITTEN_BY_SCHEME, event: "REVIEW", input, inputHash, set })).taken;
};

/** Throws RULE_VIOLATION where the lines do not make up the batch, or are not quantity × standard (rule B4), or a person is paid twice (B7). */
const checkLines = async (trx: WriteTransaction, batch: LockedBatch): Promise<void> => {
  const { total_fen, line_count, wrong, twice } = await findLineFaults(trx, batch);
  if (wrong > 0 || total_fen !== batch.declared_fen || line_count !== batch.declared_count)
    throw broken("LINES_DO_NOT_ADD_UP", "The lines make up the batch, and each is quantity times standard.");
  if (twice > 0) throw broken("PAID_TWICE", "A person is paid once for a policy and a period.");
};

/** Pays the batch out of its allocation: one payment for all lines. Throws RULE_VIOLATION as told above, and OVERDRAWN (rule B1). */
export const settleBatch = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  input: PayBatchInput,
  inputHash: string,
): Promise<StepTaken<SubsidyState>> => {
  const allocationId = await findAllocationOfBatch(trx, input.batchNo);
  const allocation = allocationId === undefined ? undefined : await findPaidAllocation(trx, allocationId);
  if (allocation) await lockPaid(trx, allocation);
  const { taken, batch } = await take(trx, dependencies, {
    ...{ written: WRITTEN_BY_FINANCE, event: "PAY", input, inputHash },
  });
  await checkLines(trx, batch);
  const paymentNo = await payBatch(trx, dependencies, { batch, allocation: allocation!, inputHash });
  await fillBatch(trx, input.batchNo, {
    ...{ paymentNo, bankUscc: input.bank ?? undefined, countyReviewedOn: localDateOf(dependencies.asOf) },
  });
  return taken;
};
