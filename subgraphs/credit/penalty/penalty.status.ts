/** What the publicity of a penalty is on a day (L12, L23); what may follow what is in penalty.machine.ts. Pure. */
import { addMonths, computeDeadline, deadlineState, runningLimit } from "../../../platform/domain/index.js";
import { WhenUnperformed } from "../severity-rule/severity-rule.enums.js";
import { DutyPerformance } from "./penalty.enums.js";
import { PublicityState } from "./publicity.state.js";

/** Days of events, as far as they happened. */
export interface PublicityFacts {
  readonly decisionDate: string;
  readonly publishedOn?: string;
  /** Last day that the decision itself sets, within the rule's bounds (C3). */
  readonly publicityUntil?: string;
  readonly withdrawnOn?: string;
  readonly repairedOn?: string;
  /** Day on which publicity resumed because the repair was found false. */
  readonly republishedOn?: string;
  readonly shieldedFrom?: string;
  readonly shieldedTo?: string;
  /** True for records that a law seals, such as a minor's, which are never published (sealed.ts). */
  readonly sealed: boolean;
  readonly performance: DutyPerformance;
  /** Day on which the duty was performed in full, where it is known. */
  readonly dutyPerformedOn?: string;
}

/** What the rule for the penalty's severity says of publicity. */
export interface PublicityPeriod {
  readonly minMonths: number;
  /** 0 where nothing is published. */
  readonly maxMonths: number;
  readonly whenUnperformed: WhenUnperformed;
}

/** True where the penalty is to be published at all: a minor one is not, unless its regulator's own rule says so. */
export const isToBePublished = ({ sealed }: PublicityFacts, { maxMonths }: PublicityPeriod): boolean =>
  !sealed && maxMonths > 0;

/**
 * Last day of publicity, from the day of the decision: what the decision says, else the longest the rule allows; later where the duty
 * was performed later and the rule waits for that. Undefined where it is never published, or has no end yet because the duty is known
 * not to be performed. Unknown performance prolongs nothing: to publish needs a ground (decision 38).
 */
export const publicityUntil = (facts: PublicityFacts, period: PublicityPeriod): string | undefined => {
  if (!isToBePublished(facts, period)) return undefined;
  const until = facts.publicityUntil ?? addMonths(facts.decisionDate, period.maxMonths);
  if (period.whenUnperformed === WhenUnperformed.ENDS) return until;
  if (facts.performance === DutyPerformance.NOT_PERFORMED) return undefined;
  return facts.dutyPerformedOn !== undefined && facts.dutyPerformedOn > until ? facts.dutyPerformedOn : until;
};

const happened = (day: string | undefined, today: string): boolean => day !== undefined && day <= today;

/** State on a day: time alone ends publicity, nothing has to be stored for that. */
export const stateOn = (facts: PublicityFacts, period: PublicityPeriod, today: string): PublicityState => {
  if (happened(facts.withdrawnOn, today)) return PublicityState.WITHDRAWN;
  if (!isToBePublished(facts, period) || !happened(facts.publishedOn, today)) return PublicityState.NOT_PUBLISHED;
  if (happened(facts.repairedOn, today) && !happened(facts.republishedOn, today)) return PublicityState.REPAIRED;
  const until = publicityUntil(facts, period);
  if (until !== undefined && today > until) return PublicityState.EXPIRED;
  const shielded = happened(facts.shieldedFrom, today) && (facts.shieldedTo === undefined || today <= facts.shieldedTo);
  return shielded ? PublicityState.SHIELDED : PublicityState.PUBLISHED;
};

/**
 * First day on which repair may be applied for: the least publicity is over and the duty is performed; of a minor breach, whose least is
 * none, that is the day of performance. Undefined where nothing is published, a false repair bars it, or the duty is not performed.
 */
export const repairEligibleOn = (facts: PublicityFacts, period: PublicityPeriod, today: string): string | undefined => {
  if (!isToBePublished(facts, period) || happened(facts.republishedOn, today)) return undefined;
  if (facts.performance === DutyPerformance.NOT_PERFORMED) return undefined;
  const least = addMonths(facts.decisionDate, period.minMonths);
  return facts.dutyPerformedOn !== undefined && facts.dutyPerformedOn > least ? facts.dutyPerformedOn : least;
};

/**
 * True where the notice of repair was served with the decision ("两书同达", 信用修复管理办法): within the working days in which a decision
 * is served (行政处罚法 第六十一条、第八十五条). Undefined where the calendar does not reach the last of them, or the limit in force is not confirmed and past.
 */
export const isServedTogether = (decisionDate: string, noticeOn: string): boolean | undefined => {
  const state = deadlineState(computeDeadline(runningLimit("L14-SERVED", decisionDate).facts), noticeOn, noticeOn);
  return state === "PROVISIONAL" ? undefined : state === "MET";
};

/** True where a last day of publicity lies within what the rule allows (C3, L23). */
export const isWithinPeriod = (
  decisionDate: string,
  until: string,
  { minMonths, maxMonths }: Pick<PublicityPeriod, "minMonths" | "maxMonths">,
): boolean => addMonths(decisionDate, minMonths) <= until && until <= addMonths(decisionDate, maxMonths);
