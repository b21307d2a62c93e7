/** One step of a bid: its project is kept from being opened meanwhile, the bid locked, the machine asked. */
import { localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { next } from "../../../platform/machine/index.js";
import {
  lockRecord,
  permitStep,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { BidEvent, BidGuardFacts, BidState } from "../bid/bid.machine.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENT } from "../intermediary-procurement/intermediary-procurement.machine.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import { projectInHand, type WrittenProject } from "../procurement-handling/project-facts.js";
import { WRITTEN_BID } from "./sealed-bid.policy.js";
import { shareFirm, shareProject } from "./sealed-bid.repository.js";

/** A bid as a write finds it, with its project. */
export interface BidInHand {
  readonly bid: ReturnType<typeof BIDS.toRecord>;
  readonly project: WrittenProject;
}

/** What a step of a bid changes. */
export interface BidChange {
  readonly event: BidEvent;
  readonly facts?: Partial<BidGuardFacts>;
  readonly set: Readonly<Record<string, unknown>>;
  /** Throws where the project takes no bid of the firm; asked once the bid's own machine permits the step. */
  readonly projectTakesIt?: () => unknown;
}

/** Whose bid is asked for, and with what. */
export interface BidStepAsked {
  readonly input: { readonly projectNo: string; readonly expectedVersion: number };
  readonly firm: string;
  readonly inputHash: string;
}

/** Takes the step. Throws NOT_FOUND where the firm has no bid for the project, and what `lockRecord` and `takeStep` throw. */
export const takeBidStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { input: { projectNo, expectedVersion }, firm, inputHash }: BidStepAsked,
  asked: (inHand: BidInHand) => Promise<BidChange>,
): Promise<StepTaken<BidState>> => {
  const row = await shareProject(trx, projectNo);
  if (!row) throw new ServiceError("NOT_FOUND");
  await shareFirm(trx, firm);
  const locked = await lockRecord(trx, WRITTEN_BID, dependencies, { key: `${projectNo}:${firm}`, expectedVersion });
  const { project, facts: market } = await projectInHand(trx, row, dependencies);
  const bid = BIDS.toRecord(locked as never);
  const { event, facts = {}, set, projectTakesIt } = await asked({ bid, project });
  const step = {
    row: locked,
    event,
    facts: {
      today: localDateOf(dependencies.asOf),
      ...(project.closesAt === undefined ? {} : { closesAt: project.closesAt }),
      ...(project.revealsUntil === undefined ? {} : { revealsUntil: project.revealsUntil }),
      ...(project.openedAt === undefined ? {} : { openedAt: project.openedAt }),
      // Whether the firm may bid was asked where a bid comes in; one that is there may be taken back by whoever made it.
      bidsTaken: next(INTERMEDIARY_PROCUREMENT, "BID", { state: project.state, actor: "FIRM", facts: market }).allowed,
      standsStill: project.state === MarketState.SUSPENDED,
      hasEnvelope: bid.commitment !== undefined,
      isWhatWasSealed: false,
      ...facts,
    },
  };
  if (projectTakesIt !== undefined) {
    permitStep(WRITTEN_BID, dependencies, step);
    projectTakesIt();
  }
  return takeStep(trx, WRITTEN_BID, dependencies, { ...step, set, inputHash });
};
