/** Publicity of a penalty as facts and rules: when it may end, when it ends, what it is on a day (domain.md §4.2, L12, L23). Pure. */
import { addMonths, addWorkdays, limitRule, PROVISIONAL } from "../../../platform/domain/index.js";
import { PublicityState, Severity } from "./penalty.type.js";

const RULES = { MINOR: "L23-MINOR", GENERAL: "L23-GENERAL", SERIOUS: "L23-SERIOUS" } as const;

/** Longest publicity of each severity in months, from the day of the decision. */
export const PUBLICITY_MONTHS: Readonly<Record<Severity, number>> = {
  [Severity.MINOR]: limitRule(RULES.MINOR).amount,
  [Severity.GENERAL]: limitRule(RULES.GENERAL).amount,
  [Severity.SERIOUS]: limitRule(RULES.SERIOUS).amount,
};

/** Last day of publicity: what the source says, else the longest the rule allows. */
export const publicityUntil = (severity: Severity, decisionDate: string, fact: string | undefined): string =>
  fact ?? addMonths(decisionDate, PUBLICITY_MONTHS[severity]);

/** First day on which repair may be applied for: after the least publicity. */
export const repairEligibleOn = (severity: Severity, decisionDate: string): string =>
  addMonths(decisionDate, limitRule(RULES[severity]).minimum ?? 0);

/** State on a day: time alone ends publicity. */
export const stateOn = (stored: PublicityState, until: string, today: string): PublicityState =>
  stored === PublicityState.PUBLISHED && today > until ? PublicityState.EXPIRED : stored;

/** True if later than 7 working days after the decision; an unpublished record is late once that day has passed. Undefined where the calendar is missing. */
export const isLate = (decisionDate: string, publishedOn: string | undefined, today: string): boolean | undefined => {
  const due = addWorkdays(decisionDate, limitRule("L12").amount);
  return due === PROVISIONAL ? undefined : (publishedOn ?? today) > due;
};
