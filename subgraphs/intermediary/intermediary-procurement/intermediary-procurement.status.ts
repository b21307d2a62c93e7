/** The clocks of an intermediary procurement as of a day, and whether its bids are open; its life is in intermediary-procurement.machine.ts. Pure. */
import {
  computeDeadline,
  type LimitFacts,
  type LimitRule,
  type LocalDate,
  type Suspension,
} from "../../../platform/domain/index.js";
import { Deadline, DeadlineState, toDeadline } from "../../../platform/graphql/index.js";
import { MARKET_RULES } from "./market-limits.js";

const basisOf = ({ id, basisClause }: LimitRule): string => `${id} ${basisClause}`;

/** What the clocks of a project read. */
export interface MarketClockFacts {
  readonly publicNoticeAt?: LocalDate;
  readonly closesAt?: LocalDate;
  readonly selectedAt?: LocalDate;
  readonly signedAt?: LocalDate;
  readonly acceptedAt?: LocalDate;
  readonly evaluatedAt?: LocalDate;
  readonly disputedAt?: LocalDate;
  readonly suspensions: readonly Suspension[];
}

/** Bids are sealed until the day on which they were opened; those of a failed or cancelled project for good. */
export const isOpened = (project: { readonly openedAt?: LocalDate }, today: LocalDate): boolean =>
  project.openedAt !== undefined && project.openedAt <= today;

const publicNoticeLimit = ({ publicNoticeAt, suspensions }: MarketClockFacts): LimitFacts | undefined =>
  publicNoticeAt === undefined
    ? undefined
    : { start: publicNoticeAt, unit: "WD", amount: MARKET_RULES.publicNotice.amount, suspensions };

/** Earliest day on which bids may close: RUNNING until it comes, then MET. */
export const publicNoticeDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  const limit = publicNoticeLimit(facts);
  if (limit === undefined) return undefined;
  const deadline = toDeadline({ facts: limit, basis: basisOf(MARKET_RULES.publicNotice), today });
  // A least span is kept by waiting: it is never late, and no light belongs to it.
  const over = deadline.dueOn !== undefined && today >= deadline.dueOn;
  return {
    ...deadline,
    light: undefined,
    ...(over ? { state: DeadlineState.MET, remaining: undefined } : {}),
  };
};

/** True where bids close earlier than the least public notice allows; undefined where the calendar or a suspension does not say. */
export const publicNoticeTooShort = (facts: MarketClockFacts): boolean | undefined => {
  const limit = publicNoticeLimit(facts);
  if (limit === undefined || facts.closesAt === undefined) return undefined;
  const { dueOn } = computeDeadline(limit);
  return dueOn === undefined ? undefined : facts.closesAt < dueOn;
};

/** Contract: from the selection; a dispute stops the clock. */
export const contractDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  if (facts.selectedAt === undefined) return undefined;
  const rule = MARKET_RULES.contract;
  const open = facts.disputedAt !== undefined && facts.signedAt === undefined;
  return toDeadline({
    facts: {
      start: facts.selectedAt,
      unit: "WD",
      amount: rule.amount,
      suspensions: open ? [{ from: facts.disputedAt as LocalDate }] : [],
    },
    basis: basisOf(rule),
    today,
    completedOn: facts.signedAt,
  });
};

/** Evaluation: from the acceptance. */
export const evaluationDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  if (facts.acceptedAt === undefined) return undefined;
  const rule = MARKET_RULES.evaluation;
  return toDeadline({
    facts: { start: facts.acceptedAt, unit: "WD", amount: rule.amount },
    basis: basisOf(rule),
    today,
    completedOn: facts.evaluatedAt,
  });
};
