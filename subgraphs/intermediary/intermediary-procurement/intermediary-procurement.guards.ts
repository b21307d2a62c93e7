/** What must hold before a step of an intermediary procurement, one guard a rule. Pure. */
import { figureOf } from "../../../platform/domain/index.js";
import { isStated, type Guard } from "../../../platform/machine/index.js";
import { Selection } from "./intermediary-procurement.enums.js";
import type { MarketGuardFacts, MarketState } from "./intermediary-procurement.state.js";

type MarketGuard = Guard<MarketGuardFacts>;

/** Aspects that an owner evaluates: timeliness, quality, price, attitude, compliance. */
const ASPECTS = 5;

/** Below the least bids of the place a project fails, unless its intermediary is selected directly. */
const isEnough = ({ selection, bids }: MarketGuardFacts): boolean =>
  selection === Selection.DIRECT || bids >= figureOf("MARKET", "LEAST_BIDS");
const isClosed = ({ today, closesAt }: MarketGuardFacts): boolean => closesAt !== undefined && today > closesAt;

/** Guards of the time up to the selection. */
export const BIDDING_GUARDS = {
  listed: { reason: "SERVICE_NOT_LISTED", en: "a listed service", holds: ({ listed }) => listed },
  rightPayer: {
    reason: "PAYER_MISMATCH",
    en: "who commissions by the list pays: an agency where the approving department does (N1)",
    holds: ({ payerMismatch }) => payerMismatch !== true,
  },
  belowThreshold: {
    reason: "PUBLIC_TENDER_NEEDED",
    en: "for public money, a ceiling below the threshold of government procurement",
    holds: ({ aboveThreshold }) => aboveThreshold !== true,
  },
  closingDay: {
    reason: "CLOSING_DAY_NEEDED",
    en: "a last day for bids is named",
    holds: ({ closesAt }) => closesAt !== undefined,
  },
  longEnough: {
    reason: "NOTICE_TOO_SHORT",
    en: "bids close no earlier than the least public notice allows",
    holds: ({ noticeTooShort }) => noticeTooShort !== true,
  },
  sourceNamed: {
    reason: "RANDOM_SOURCE_NEEDED",
    en: "for a lottery, a random source chosen beforehand",
    holds: ({ selection, sourceNamed }) => selection !== Selection.LOTTERY || sourceNamed,
  },
  sourceToCome: {
    reason: "RANDOM_VALUE_TOO_EARLY",
    en: "for a lottery, a source whose value becomes known after the last day for bids",
    holds: ({ selection, sourceTooEarly }) => selection !== Selection.LOTTERY || sourceTooEarly !== true,
  },
  running: {
    reason: "BIDDING_CLOSED",
    en: "the last day for bids is not past",
    holds: (facts) => !isClosed(facts),
  },
  sealed: {
    reason: "BIDS_OPENED",
    en: "the bids are not opened",
    holds: ({ openedAt }) => openedAt === undefined,
  },
  admitted: {
    reason: "SERVICE_NOT_PROVIDED",
    en: "an intermediary of the market that provides the service",
    holds: ({ stranger }) => stranger !== true,
  },
  unrelated: {
    reason: "BIDDER_AVOIDED",
    en: "an intermediary that need not keep out of the project",
    holds: ({ avoided }) => avoided !== true,
  },
  creditworthy: {
    reason: "BIDDER_BARRED",
    en: "no suspension or removal in force, and the answer of credit that it is on no list of the seriously dishonest",
    holds: ({ barred }) => barred !== true,
  },
  suspensionOver: { reason: "SUSPENSION_LEFT", en: "the reason is gone", holds: ({ suspended }) => !suspended },
  closed: { reason: "BIDDING_RUNS", en: "the last day for bids is past", holds: isClosed },
  revealed: {
    reason: "REVEALS_RUN",
    en: "the last day for opening one's own bid is past",
    holds: ({ today, revealsUntil }) => revealsUntil === undefined || today > revealsUntil,
  },
  enough: {
    reason: "TOO_FEW_BIDS",
    en: "the least bids of the place, unless selected directly",
    holds: isEnough,
  },
  opened: { reason: "BIDS_SEALED", en: "the bids are opened", holds: ({ openedAt }) => openedAt !== undefined },
  valueKnown: {
    reason: "RANDOM_VALUE_NOT_KNOWN",
    en: "for a lottery, the day on which the value of the source becomes known",
    holds: ({ selection, sourceToCome }) => selection !== Selection.LOTTERY || sourceToCome !== true,
  },
  selected: {
    reason: "COUNTED_BID_NEEDED",
    en: "an intermediary whose bid counts",
    holds: ({ selectedId }) => selectedId !== undefined,
  },
  tooFew: {
    reason: "ENOUGH_BIDS",
    en: "fewer bids than the least of the place; they are not opened",
    holds: (facts) => !isEnough(facts),
  },
} as const satisfies Readonly<Record<string, MarketGuard>>;

/** Guards of the time from the selection on. */
export const CONTRACT_GUARDS = {
  drawProof: {
    reason: "DRAW_PROOF_NEEDED",
    en: "for a lottery, the proof of the draw is published",
    holds: ({ selection, drawn }) => selection !== Selection.LOTTERY || drawn,
  },
  contract: { reason: "CONTRACT_NEEDED", en: "a signed contract", holds: ({ contractNo }) => isStated(contractNo) },
  noContract: {
    reason: "CONTRACT_SIGNED",
    en: "no contract yet",
    holds: ({ contractNo }) => !isStated(contractNo),
  },
  ceiling: {
    reason: "ABOVE_CEILING",
    en: "a price at most at the ceiling",
    holds: ({ contractFen, ceilingFen }) =>
      ceilingFen === undefined || (contractFen !== undefined && contractFen <= ceilingFen),
  },
  asBid: {
    reason: "PRICE_NOT_AS_BID",
    en: "the price of the bid that was selected",
    holds: ({ contractFen, bidFen }) => bidFen === undefined || contractFen === bidFen,
  },
  inTime: {
    reason: "CONTRACT_LATE",
    en: "the limit for the contract is not past",
    holds: ({ contractLate }) => contractLate !== true,
  },
  lapsed: {
    reason: "CONTRACT_LIMIT_RUNS",
    en: "the limit for the contract is past",
    holds: ({ contractLate }) => contractLate === true,
  },
  winnerStands: {
    reason: "BIDDER_BARRED",
    en: "no suspension or removal in force of the selected intermediary",
    holds: ({ winnerBarred }) => winnerBarred !== true,
  },
  deliverable: {
    reason: "DELIVERABLE_NEEDED",
    en: "the file with its hash",
    holds: ({ deliverableHash }) => isStated(deliverableHash),
  },
  stars: {
    reason: "STARS_NEEDED",
    en: "stars on all five aspects",
    holds: ({ stars }) => stars?.length === ASPECTS,
  },
  reply: { reason: "STATEMENT_NEEDED", en: "what the intermediary has to say", holds: ({ reply }) => isStated(reply) },
  firstReply: {
    reason: "REPLIED_BEFORE",
    en: "the first reply of the intermediary",
    holds: ({ repliedBefore }) => repliedBefore !== true,
  },
  tookPart: {
    reason: "TOOK_NO_PART",
    en: "a firm that bid for the project",
    holds: ({ tookPart }) => tookPart === true,
  },
  objectedOnce: {
    reason: "OBJECTED_BEFORE",
    en: "the firm's first objection to the selection",
    holds: ({ objectedBefore }) => objectedBefore !== true,
  },
  noParty: {
    reason: "OWN_CAUSE",
    en: "somebody who is no party: a department that is the owner leaves it to the supervisor",
    holds: ({ isParty }) => isParty !== true,
  },
  settled: { reason: "OBJECTION_LEFT", en: "no objection is open", holds: ({ objectionOpen }) => !objectionOpen },
} as const satisfies Readonly<Record<string, MarketGuard>>;

/** A dispute ends where it began. */
export const disputedIn = (state: MarketState): MarketGuard => ({
  reason: "DISPUTED_ELSEWHERE",
  en: `a dispute that began in ${state}`,
  holds: ({ disputedFrom }) => disputedFrom === undefined || disputedFrom === state,
});
