/** The machine of repair as data, and the limit that runs in each state (信用修复管理办法, L24). Pure. */
import { limitRule, type LimitFacts } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";
import { RepairState } from "./repair-case.enums.js";

/** One step of the machine. */
export interface RepairStep {
  readonly next: readonly RepairState[];
  /** Limit that runs in this state, an id of the limit rules. */
  readonly limit?: string;
  /** What leads out of it. */
  readonly guard: string;
}

/** Repair states and what may follow each. */
export const REPAIR: Readonly<Record<RepairState, RepairStep>> = {
  APPLIED: {
    next: [RepairState.ACCEPTED, RepairState.REJECTED],
    limit: "L24-ACCEPTANCE",
    guard: "least publicity is over, proof of performed duty and commitment letter are there",
  },
  ACCEPTED: {
    next: [RepairState.DONE, RepairState.REJECTED],
    limit: "L24-DECISION",
    guard: "decided by the authority that made the finding (谁认定、谁修复)",
  },
  REJECTED: { next: [], limit: "L24-FEEDBACK", guard: "told to the applicant with reasons" },
  DONE: {
    next: [RepairState.REVOKED],
    limit: "L24-FEEDBACK",
    guard: "publicity and sharing end, measures are lifted; revoked where the repair is found false",
  },
  REVOKED: { next: [], guard: "published again" },
};

/** Days of events, as far as they happened. */
export interface RepairFacts {
  readonly state: RepairState;
  readonly appliedOn: string;
  readonly acceptedOn?: string;
  readonly decidedOn?: string;
  /** Day on which the applicant was told. */
  readonly feedbackOn?: string;
  /** True where the authority extended its limit. */
  readonly extended: boolean;
}

/** The limit that runs, or the last that ran, as of today. */
export const repairDeadline = (facts: RepairFacts, today: string): Deadline | undefined => {
  const { limit } = REPAIR[facts.state];
  if (limit === undefined) return undefined;
  const rule = limitRule(limit);
  const [start, completedOn] =
    facts.state === RepairState.APPLIED
      ? [facts.appliedOn, undefined]
      : facts.state === RepairState.ACCEPTED
        ? [facts.acceptedOn, undefined]
        : [facts.decidedOn, facts.feedbackOn];
  if (start === undefined) return undefined;
  const limits: LimitFacts = {
    start,
    unit: "WD",
    amount: rule.amount,
    extension: facts.extended && facts.state === RepairState.ACCEPTED ? rule.extensionAmount : undefined,
  };
  return toDeadline({ facts: limits, basis: `${rule.basisClause}（${rule.id}）`, today, completedOn });
};
