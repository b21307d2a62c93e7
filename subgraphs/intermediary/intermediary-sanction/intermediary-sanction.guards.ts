/** What must hold before the steps of a sanction, one guard a rule, with what they look at. Pure. */
import { addDays, figuresOf, type LocalDate } from "../../../platform/domain/index.js";
import { isStated, type Guard } from "../../../platform/machine/index.js";

/** How grave a sanction is. */
export enum SanctionLevel {
  REMINDER = "REMINDER",
  INTERVIEW = "INTERVIEW",
  SUSPENSION = "SUSPENSION",
  REMOVAL = "REMOVAL",
}

/** Months that a level may last by the rules of the place; none for one that does not bar. */
export const sanctionMonths = (level: SanctionLevel): readonly number[] =>
  level === SanctionLevel.SUSPENSION || level === SanctionLevel.REMOVAL
    ? figuresOf("MARKET-SANCTION", `${level}_MONTHS`)
    : [];

/** What the guards of a sanction look at. */
export interface SanctionGuardFacts {
  readonly today: LocalDate;
  readonly level: SanctionLevel;
  readonly months?: number;
  /** Months that the prior notice told. */
  readonly monthsTold?: number;
  /** True where the intermediary was heard, or let the time for it pass. */
  readonly heard: boolean;
  /** Last day for the defence; absent where the calendar does not say. */
  readonly defenceUntil?: LocalDate;
  readonly defendedBefore?: boolean;
  /** Last day for the decision. */
  readonly decisionUntil?: LocalDate;
  /** What is said in defence or appeal. */
  readonly statement?: string;
  readonly docNo?: string;
  /** Reasons of a decision, which answers the defence. */
  readonly reasons?: string;
  /** True where the intermediary worked for the department that sanctions it. */
  readonly isParty?: boolean;
  /** True where the viewer decided it, or belongs to the department that did. */
  readonly decidedIt?: boolean;
  /** Last day, the day of the decision where it has no duration; absent before the decision. */
  readonly lastDay?: LocalDate;
  readonly appealUntil?: LocalDate;
  readonly appealedBefore?: boolean;
  /** True while an appeal waits for its answer. */
  readonly appealOpen: boolean;
}

type SanctionGuard = Guard<SanctionGuardFacts>;

const notAfter = ({ today }: SanctionGuardFacts, last: LocalDate | undefined): boolean =>
  last === undefined || today <= last;

/** Guards of a sanction. */
export const SANCTION_GUARDS = {
  stated: {
    reason: "STATEMENT_NEEDED",
    en: "what the intermediary has to say",
    holds: ({ statement }) => isStated(statement),
  },
  inTime: {
    reason: "DEFENCE_OVER",
    en: "the last day for the defence is not past",
    holds: (facts) => notAfter(facts, facts.defenceUntil),
  },
  firstDefence: {
    reason: "DEFENDED_BEFORE",
    en: "the first defence of the intermediary",
    holds: ({ defendedBefore }) => defendedBefore !== true,
  },
  heard: {
    reason: "DEFENCE_NEEDED",
    en: "the intermediary was heard, or let the time pass",
    holds: ({ heard }) => heard,
    earliest: ({ defenceUntil }) => (defenceUntil === undefined ? undefined : addDays(defenceUntil, 1)),
  },
  noParty: {
    reason: "OWN_CAUSE",
    en: "somebody for whom the intermediary did not work: else the supervisor of the division decides",
    holds: ({ isParty }) => isParty !== true,
  },
  noJudgeOfOwn: {
    reason: "OWN_CAUSE",
    en: "somebody who did not decide it, nor serves the department that did",
    holds: ({ decidedIt }) => decidedIt !== true,
  },
  months: {
    reason: "MONTHS_NOT_ALLOWED",
    en: "as many months as its level may last",
    holds: ({ level, months }) =>
      months === undefined ? sanctionMonths(level).length === 0 : sanctionMonths(level).includes(months),
  },
  asTold: {
    reason: "NOTICE_EXCEEDED",
    en: "no more months than the prior notice told",
    holds: ({ months, monthsTold }) => months === undefined || monthsTold === undefined || months <= monthsTold,
  },
  document: { reason: "DOCUMENT_NEEDED", en: "the number of the decision", holds: ({ docNo }) => isStated(docNo) },
  decisionInTime: {
    reason: "NOTICE_LAPSED",
    en: "the last day for the decision is not past: after it notice is given anew",
    holds: (facts) => notAfter(facts, facts.decisionUntil),
  },
  appealInTime: {
    reason: "APPEAL_LATE",
    en: "the last day for an appeal is not past",
    holds: (facts) => notAfter(facts, facts.appealUntil),
  },
  firstAppeal: {
    reason: "APPEALED_BEFORE",
    en: "the first appeal of the intermediary",
    holds: ({ appealedBefore }) => appealedBefore !== true,
  },
  appealed: {
    reason: "APPEAL_NEEDED",
    en: "an appeal that waits for its answer",
    holds: ({ appealOpen }) => appealOpen,
  },
  over: {
    reason: "SANCTION_RUNS",
    en: "its last day is past",
    holds: ({ today, lastDay }) => lastDay !== undefined && today > lastDay,
  },
} as const satisfies Readonly<Record<string, SanctionGuard>>;
