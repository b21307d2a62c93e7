/** The life of a market project as data, and its local time limits. Pure. */
import {
  computeDeadline,
  type LimitFacts,
  type LimitRule,
  type LocalDate,
  type Suspension,
} from "../../../platform/domain/index.js";
import { Deadline, DeadlineState, toDeadline } from "../../../platform/graphql/index.js";
import { MarketState } from "./market-project.enums.js";

/** A step of the life. */
export interface MarketTransition {
  readonly to: MarketState;
  /** What must be there. */
  readonly guard: string;
  /** Local limit by which it happens. */
  readonly limit?: "M-ANNOUNCEMENT" | "M-CONTRACT" | "M-EVALUATION";
}

const dispute: MarketTransition = { to: MarketState.DISPUTED, guard: "an objection that was taken up" };
const cancel: MarketTransition = { to: MarketState.CANCELLED, guard: "a reason that is published" };

/** What may follow each state. */
export const MARKET_TRANSITIONS: Readonly<Record<MarketState, readonly MarketTransition[]>> = {
  [MarketState.DRAFT]: [
    { to: MarketState.ANNOUNCED, guard: "a listed service; for a lottery, a random source chosen beforehand" },
    cancel,
  ],
  [MarketState.ANNOUNCED]: [
    { to: MarketState.SUSPENDED, guard: "a reason that is published" },
    {
      to: MarketState.SELECTED,
      guard: "bids opened, at least three unless selected directly",
      limit: "M-ANNOUNCEMENT",
    },
    { to: MarketState.FAILED, guard: "fewer than three bids at the close; they are not opened" },
    cancel,
  ],
  [MarketState.SUSPENDED]: [{ to: MarketState.ANNOUNCED, guard: "the reason is gone" }, cancel],
  [MarketState.SELECTED]: [
    { to: MarketState.PUBLICISED, guard: "result and, for a lottery, its proof are published" },
    dispute,
  ],
  [MarketState.PUBLICISED]: [
    { to: MarketState.CONTRACTED, guard: "a signed contract at most at the ceiling", limit: "M-CONTRACT" },
    dispute,
    cancel,
  ],
  [MarketState.CONTRACTED]: [{ to: MarketState.IN_SERVICE, guard: "work has begun" }, dispute],
  [MarketState.IN_SERVICE]: [{ to: MarketState.DELIVERED, guard: "the file with its hash" }, dispute],
  [MarketState.DELIVERED]: [{ to: MarketState.ACCEPTED, guard: "the owner's acceptance" }, dispute],
  [MarketState.ACCEPTED]: [
    { to: MarketState.EVALUATED, guard: "stars on all five aspects", limit: "M-EVALUATION" },
    dispute,
  ],
  [MarketState.EVALUATED]: [{ to: MarketState.ARCHIVED, guard: "nothing open" }],
  [MarketState.ARCHIVED]: [],
  [MarketState.FAILED]: [],
  [MarketState.CANCELLED]: [],
  [MarketState.DISPUTED]: [
    { to: MarketState.PUBLICISED, guard: "the objection is rejected before a contract" },
    { to: MarketState.IN_SERVICE, guard: "the objection is settled under the contract" },
    cancel,
  ],
};

const BASIS = "中介服务超市地方管理规定（各地不同，此处为演示数据所用时限）";

const localRule = (id: string, trigger: string, amount: number, extra: Partial<LimitRule> = {}): LimitRule => ({
  id,
  trigger,
  unit: "WD",
  amount,
  excludes: ["SUSPENSION", "DISPUTE"],
  basisClause: BASIS,
  jurisdiction: "220000",
  validFrom: "2019-01-01",
  ...extra,
});

/** Local limits; those of another place are other rows. */
export const MARKET_RULES: readonly LimitRule[] = [
  localRule("M-ANNOUNCEMENT", "announcement → earliest close of bids", 3, { minimum: 3 }),
  localRule("M-CONTRACT", "selection → contract signed", 10),
  localRule("M-EVALUATION", "acceptance → evaluation by the owner", 10),
];

const ruleOf = (id: NonNullable<MarketTransition["limit"]>): LimitRule =>
  MARKET_RULES.find((rule) => rule.id === id) as LimitRule;

const basisOf = ({ id, basisClause }: LimitRule): string => `${id} ${basisClause}`;

/** What the clocks of a project read. */
export interface MarketClockFacts {
  readonly announcedAt?: LocalDate;
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

const announcementLimit = ({ announcedAt, suspensions }: MarketClockFacts): LimitFacts | undefined =>
  announcedAt === undefined
    ? undefined
    : { start: announcedAt, unit: "WD", amount: ruleOf("M-ANNOUNCEMENT").amount, suspensions };

/** Earliest day on which bids may close: RUNNING until it comes, then MET. */
export const announcementDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  const limit = announcementLimit(facts);
  if (limit === undefined) return undefined;
  const deadline = toDeadline({ facts: limit, basis: basisOf(ruleOf("M-ANNOUNCEMENT")), today });
  // A least span is kept by waiting: it is never late, and no light belongs to it.
  const over = deadline.dueOn !== undefined && today >= deadline.dueOn;
  return {
    ...deadline,
    light: undefined,
    ...(over ? { state: DeadlineState.MET, remaining: undefined } : {}),
  };
};

/** True where bids close earlier than the least announcement allows; undefined where the calendar or a suspension does not say. */
export const announcedTooShort = (facts: MarketClockFacts): boolean | undefined => {
  const limit = announcementLimit(facts);
  if (limit === undefined || facts.closesAt === undefined) return undefined;
  const { dueOn } = computeDeadline(limit);
  return dueOn === undefined ? undefined : facts.closesAt < dueOn;
};

/** Contract: from the selection; a dispute stops the clock. */
export const contractDeadline = (facts: MarketClockFacts, today: LocalDate): Deadline | undefined => {
  if (facts.selectedAt === undefined) return undefined;
  const rule = ruleOf("M-CONTRACT");
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
  const rule = ruleOf("M-EVALUATION");
  return toDeadline({
    facts: { start: facts.acceptedAt, unit: "WD", amount: rule.amount },
    basis: basisOf(rule),
    today,
    completedOn: facts.evaluatedAt,
  });
};
