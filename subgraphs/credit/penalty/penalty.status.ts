/** What the publicity of a penalty is on a day (L12, L23); what may follow what is in penalty.machine.ts. Pure. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import { PublicityState } from "./penalty.machine.js";

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
  /** True for records of minors, which are never published. */
  readonly minor: boolean;
}

/** Least and most months of publicity, of the rule for the penalty's severity. */
export interface PublicityPeriod {
  readonly minMonths: number;
  readonly maxMonths: number;
}

/** Last day of publicity: what the decision says, else the longest the rule allows, from the day of the decision. */
export const publicityUntil = (
  { decisionDate, publicityUntil: until }: PublicityFacts,
  { maxMonths }: PublicityPeriod,
): string => until ?? addMonths(decisionDate, maxMonths);

const happened = (day: string | undefined, today: string): boolean => day !== undefined && day <= today;

/** State on a day: time alone ends publicity, nothing has to be stored for that. */
export const stateOn = (facts: PublicityFacts, period: PublicityPeriod, today: string): PublicityState => {
  if (happened(facts.withdrawnOn, today)) return PublicityState.WITHDRAWN;
  if (facts.minor || !happened(facts.publishedOn, today)) return PublicityState.NOT_PUBLISHED;
  if (happened(facts.repairedOn, today) && !happened(facts.republishedOn, today)) return PublicityState.REPAIRED;
  if (today > publicityUntil(facts, period)) return PublicityState.EXPIRED;
  const shielded = happened(facts.shieldedFrom, today) && (facts.shieldedTo === undefined || today <= facts.shieldedTo);
  return shielded ? PublicityState.SHIELDED : PublicityState.PUBLISHED;
};

/** First day on which repair may be applied for, after the least publicity; undefined where a false repair bars it. */
export const repairEligibleOn = (
  { decisionDate, republishedOn }: PublicityFacts,
  { minMonths }: PublicityPeriod,
  today: string,
): string | undefined => (happened(republishedOn, today) ? undefined : addMonths(decisionDate, minMonths));

/** Days in which a decision is served where its subject was not there (行政处罚法 第六十一条). */
export const SERVICE_DAYS = 7;

/** True where the notice of repair was served with the decision ("两书同达", 信用修复管理办法): within the days of serving it. */
export const isServedTogether = (decisionDate: string, noticeOn: string): boolean =>
  noticeOn <= addDays(decisionDate, SERVICE_DAYS);

/** True where a last day of publicity lies within what the rule allows (C3, L23). */
export const isWithinPeriod = (
  decisionDate: string,
  until: string,
  { minMonths, maxMonths }: PublicityPeriod,
): boolean => addMonths(decisionDate, minMonths) <= until && until <= addMonths(decisionDate, maxMonths);
