/** Why a batch as a whole is not loaded: the rules of the ledger, each difference in fen. Pure. */
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { RowRefused } from "../../../platform/import/index.js";
import { rosterEnd } from "./roster-end.js";

/** What a batch says of itself, on each of its lines. */
export interface BatchFacts {
  readonly batchNo: string;
  readonly policyCode: string;
  readonly allotmentNo: string;
  readonly agencyUscc: string;
  readonly agencyName: string;
  readonly villageCode: string;
  readonly period: string;
  readonly publicityFrom: LocalDate;
  readonly publicityTo: LocalDate;
  readonly total: Fen;
  readonly count?: number;
  readonly paymentNo?: string;
  readonly paidOn?: LocalDate;
}

/** An allocation that a batch is paid out of. */
export interface PayingAllocation {
  readonly id: string;
  readonly lineage: string;
  readonly account: string;
  readonly held: Fen;
  readonly functionCode: string;
  readonly deptEconCode?: string;
}

/** A batch that is there, with the days for which its roster was posted in truth: its agency may post it for others than a file planned. */
export interface StoredBatch {
  readonly contentHash?: string;
  readonly paymentNo?: string;
  readonly publicityFrom: LocalDate;
  readonly publicityTo: LocalDate;
  /** Objections that are not answered, or are right. */
  readonly objections: number;
}

/** What the book knows of a batch. */
export interface BatchState {
  readonly policyKnown: boolean;
  readonly allocation?: PayingAllocation;
  /** The batch of that number, where there is one. */
  readonly stored?: StoredBatch;
  readonly paymentTaken: boolean;
  /** Hashes of persons whom another batch pays for the same policy and period. */
  readonly paidElsewhere: ReadonlySet<string>;
}

/** What the rules need of a line. */
export interface CheckedLine {
  readonly batch: BatchFacts;
  readonly recipientHash: string;
  readonly amount: Fen;
}

const refused = (rule: string, remedy: string): RowRefused => new RowRefused(undefined, rule, remedy);

/** The first rule that the batch breaks; undefined where it keeps them all. */
export const batchProblem = (
  lines: readonly CheckedLine[],
  contentHash: string,
  state: BatchState,
): RowRefused | undefined =>
  factsProblem(lines) ??
  storedProblem(lines, contentHash, state) ??
  sumProblem(lines) ??
  duplicateProblem(lines, state) ??
  paymentProblem(lines, state);

const factsProblem = (lines: readonly CheckedLine[]): RowRefused | undefined => {
  const written = new Set(lines.map(({ batch }) => JSON.stringify({ ...batch, total: String(batch.total) })));
  return written.size === 1
    ? undefined
    : refused(
        "BATCH_FACTS_DIFFER",
        "The lines of a batch say different things of it (period, publicity, total, payment): make them equal.",
      );
};

const storedProblem = (
  lines: readonly CheckedLine[],
  contentHash: string,
  { policyKnown, allocation, stored }: BatchState,
): RowRefused | undefined => {
  const { batch } = lines[0]!;
  if (!policyKnown) return refused("POLICY_UNKNOWN", `There is no policy ${batch.policyCode}: load the policy first.`);
  if (allocation === undefined)
    return refused(
      "ALLOCATION_UNKNOWN",
      `${batch.allotmentNo} has no allocation to the county of the village: load the allotment first.`,
    );
  if (stored !== undefined && stored.contentHash !== contentHash)
    return refused(
      "BATCH_CHANGED",
      "A batch of this number is there with other contents: a paid batch is corrected by a return, not by a new file.",
    );
  return undefined;
};

const sumProblem = (lines: readonly CheckedLine[]): RowRefused | undefined => {
  const { total, count } = lines[0]!.batch;
  const sum = lines.reduce((all, { amount }) => all + amount, 0n);
  if (sum !== total)
    return refused(
      "B4_LINES_DO_NOT_ADD_UP",
      `The lines make ${sum} fen and the batch says ${total} fen: difference ${sum > total ? sum - total : total - sum} fen.`,
    );
  return count === undefined || count === lines.length
    ? undefined
    : refused("LINE_COUNT", `The batch says ${count} lines and has ${lines.length}.`);
};

const duplicateProblem = (lines: readonly CheckedLine[], { paidElsewhere }: BatchState): RowRefused | undefined => {
  const seen = new Set<string>();
  const twice = lines.filter(({ recipientHash }) => {
    const again = seen.has(recipientHash) || paidElsewhere.has(recipientHash);
    seen.add(recipientHash);
    return again;
  });
  if (twice.length === 0) return undefined;
  const excess = twice.reduce((sum, { amount }) => sum + amount, 0n);
  return refused(
    "B7_PAID_TWICE",
    `${twice.length} lines pay a person again for the policy and period: ${excess} fen too much. Take them out.`,
  );
};

const paymentProblem = (lines: readonly CheckedLine[], state: BatchState): RowRefused | undefined => {
  const { batch } = lines[0]!;
  const { paidOn, total } = batch;
  const { stored } = state;
  if (batch.publicityTo < batch.publicityFrom) return refused("PUBLICITY", "Publicity ends before it begins.");
  if (paidOn === undefined || stored?.paymentNo !== undefined) return undefined;
  const { publicityFrom, publicityTo } = stored ?? batch;
  const end = rosterEnd(publicityFrom, publicityTo);
  if (end === undefined)
    return refused(
      "CALENDAR_UNPUBLISHED",
      "The work calendar of that year is not published: the end of publicity is not known.",
    );
  if (paidOn <= end) return refused("B8_PAID_BEFORE_NOTICE_ENDED", `Paid on ${paidOn}, and publicity ends on ${end}.`);
  if (stored !== undefined && stored.objections > 0)
    return refused(
      "OBJECTION_STANDS",
      `${stored.objections} objections are not answered, or are right: nothing is paid.`,
    );
  if (state.paymentTaken)
    return refused("PAYMENT_NUMBER_TAKEN", "The number of the payment order stands for another payment.");
  const held = state.allocation?.held ?? 0n;
  return total > held
    ? refused(
        "B1_OVERDRAWN",
        `The allocation holds ${held} fen and the batch needs ${total} fen: difference ${total - held} fen.`,
      )
    : undefined;
};
