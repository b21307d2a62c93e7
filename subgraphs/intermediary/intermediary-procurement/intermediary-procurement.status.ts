/** The clocks of an intermediary procurement as of a day, and whether its bids are open; its life is in intermediary-procurement.machine.ts. Pure. */
import { computeDeadline, runningLimit, type LocalDate, type Suspension } from "../../../platform/domain/index.js";
import { Deadline, DeadlineState, toDeadline } from "../../../platform/graphql/index.js";

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

/** A project, as far as its clocks read it. */
interface ClockedProject extends Omit<MarketClockFacts, "signedAt" | "acceptedAt" | "evaluatedAt"> {
  readonly contract?: Pick<MarketClockFacts, "signedAt">;
  readonly deliverable?: Pick<MarketClockFacts, "acceptedAt">;
  readonly evaluation?: Pick<MarketClockFacts, "evaluatedAt">;
}

/** What the clocks of a project read of it. */
export const clocksOf = (project: ClockedProject): MarketClockFacts => ({
  ...project,
  ...project.contract,
  ...project.deliverable,
  ...project.evaluation,
});

/** Bids are sealed until the day on which they were opened; those of a failed or cancelled project for good. */
export const isOpened = (project: { readonly openedAt?: LocalDate }, today: LocalDate): boolean =>
  project.openedAt !== undefined && project.openedAt <= today;

const publicNoticeLimit = ({
  publicNoticeAt,
  suspensions,
}: MarketClockFacts): ReturnType<typeof runningLimit> | undefined =>
  publicNoticeAt === undefined ? undefined : runningLimit("M-PUBLIC-NOTICE", publicNoticeAt, { suspensions });

/** Earliest day on which bids may close: RUNNING until it comes, then MET. */
export const publicNoticeDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  const limit = publicNoticeLimit(facts);
  if (limit === undefined) return undefined;
  const deadline = toDeadline({ ...limit, today });
  // A least span is kept by waiting: it is never late, and no light belongs to it.
  const over = deadline.dueOn !== undefined && today >= deadline.dueOn;
  return {
    ...deadline,
    light: undefined,
    ...(over ? { state: DeadlineState.MET, remaining: undefined } : {}),
  };
};

/** Earliest last day for bids by the rule of the place, confirmed or not; undefined where the calendar or a suspension does not say. */
export const earliestClose = (facts: MarketClockFacts): LocalDate | undefined => {
  const limit = publicNoticeLimit(facts);
  return limit && computeDeadline(limit.facts).dueOn;
};

/** True where bids close earlier than the least public notice allows; undefined where the calendar or a suspension does not say, or the limit is not confirmed. */
export const publicNoticeTooShort = (facts: MarketClockFacts): boolean | undefined => {
  const limit = publicNoticeLimit(facts);
  if (limit === undefined || facts.closesAt === undefined) return undefined;
  const { dueOn, confirmed } = computeDeadline(limit.facts);
  return dueOn === undefined || confirmed === false ? undefined : facts.closesAt < dueOn;
};

const contractLimit = (facts: MarketClockFacts): ReturnType<typeof runningLimit> | undefined => {
  if (facts.selectedAt === undefined) return undefined;
  const open = facts.disputedAt !== undefined && facts.signedAt === undefined;
  // Spans of before the selection stopped another clock.
  const over = facts.suspensions.filter(({ to }) => to !== undefined && to > facts.selectedAt!);
  const suspensions = open ? [...over, { from: facts.disputedAt as LocalDate }] : over;
  return runningLimit("M-CONTRACT", facts.selectedAt, { suspensions });
};

/** Contract: from the selection; a dispute stops the clock. */
export const contractDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  const limit = contractLimit(facts);
  return limit && toDeadline({ ...limit, today, completedOn: facts.signedAt });
};

/** True where the limit for the contract is past; undefined where the calendar or a dispute does not say. */
export const contractTooLate = (facts: MarketClockFacts, today: LocalDate): boolean | undefined => {
  const limit = contractLimit(facts);
  const dueOn = limit && computeDeadline(limit.facts).dueOn;
  return dueOn === undefined ? undefined : today > dueOn;
};

/** Evaluation: from the acceptance. */
export const evaluationDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  if (facts.acceptedAt === undefined) return undefined;
  return toDeadline({ ...runningLimit("M-EVALUATION", facts.acceptedAt), today, completedOn: facts.evaluatedAt });
};
