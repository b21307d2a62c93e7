/** One step of an allotment: its accounts and its row are locked, the machine decides, and the money moves with it. */
import { localDateOf, withoutPersons, type Fen, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { AllotmentEvent, AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { OF_ISSUER } from "./allotment-action.js";
import type { AllotmentStepInput } from "./allotment-handling.input.js";
import { WRITTEN_BY_ISSUER, WRITTEN_BY_RECEIVER } from "./allotment-handling.policy.js";
import { heldOfAllotment, lockHead, type HeadAllocation } from "./allotment-handling.repository.js";
import { findParts } from "./allotment-parts.repository.js";

/** What moves money of an allotment is given. */
export interface Moving {
  readonly trx: WriteTransaction;
  readonly head: HeadAllocation;
  readonly today: LocalDate;
  readonly inputHash: string;
}

/** What a step does beside the change of state. */
export interface AllotmentStepAsked {
  readonly event: AllotmentEvent;
  /** Columns that it fills. */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly reasons?: string;
  /** Moves the money. Throws RULE_VIOLATION (OVERDRAWN) where there is too little. */
  readonly move?: (moving: Moving) => Promise<void>;
}

/** The most that one movement moves, in fen: ten trillion yuan, a third of what the whole country spends in a year. */
const MOST: Fen = 1_000_000_000_000_000n;

/** The amount. Throws BAD_USER_INPUT (AMOUNT) where it is not above zero or beyond all budgets. */
export const checkedAmount = (amount: Fen): Fen => {
  if (amount <= 0n || amount > MOST)
    throw badInput("amount", "AMOUNT", "An amount is above zero and at most ten trillion yuan.");
  return amount;
};

/** Events that move money out of the accounts of those to whom it was assigned. */
const OF_ALL_PARTS: readonly AllotmentEvent[] = ["RECALL", "CARRY_OVER"];

/** Takes the step in the transaction. Throws what `lockRecord`, `takeStep` and the movement throw. */
export const takeAllotmentStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { allotmentNo, expectedVersion }: AllotmentStepInput,
  inputHash: string,
  { event, set = {}, reasons, move }: AllotmentStepAsked,
): Promise<StepTaken<AllotmentState>> => {
  const written = OF_ISSUER.includes(event) ? WRITTEN_BY_ISSUER : WRITTEN_BY_RECEIVER;
  const parts = OF_ALL_PARTS.includes(event) ? await findParts(trx, allotmentNo) : [];
  const head = await lockHead(
    trx,
    allotmentNo,
    parts.map(({ account }) => account),
  );
  const row = await lockRecord(trx, written, dependencies, { key: allotmentNo, expectedVersion });
  const today = localDateOf(dependencies.asOf);
  const taken = await takeStep(trx, written, dependencies, {
    row,
    event,
    facts: {
      today,
      fiscalYear: row["fiscal_year"] as number,
      carriedIn: head?.carriedIn === true,
      held: event === "CLOSE" ? await heldOfAllotment(trx, allotmentNo) : 0n,
      ...(reasons === undefined ? {} : { reasons }),
    },
    set,
    // Everybody reads the history of an allotment.
    reason: withoutPersons(reasons, { today }),
    inputHash,
  });
  // An allotment that is in the table has a head.
  await move?.({ trx, head: head!, today, inputHash });
  return taken;
};
