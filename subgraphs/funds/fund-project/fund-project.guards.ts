/** Guards of the life of a project: what is there when a state is entered, and who enters it (L20). Pure. */
import { limitRule } from "../../../platform/domain/index.js";
import { isStated, type Guard } from "../../../platform/machine/index.js";

/** What its guards look at: what is there when the state is entered, and who enters it. */
export interface FundProjectGuardFacts {
  /** True where feasibility and the way in which households benefit were reviewed. */
  readonly reviewed: boolean;
  readonly moneyAssigned: boolean;
  /** Days of publicity (公示) at township and village. */
  readonly publicityDays: number;
  /** True where the last day of publicity is past. */
  readonly publicityOver: boolean;
  readonly contractNo?: string;
  /** True where the responsible unit accepted it. */
  readonly accepted: boolean;
  readonly publicNoticeGiven: boolean;
  /** True where each target has its score. */
  readonly performanceEvaluated: boolean;
  /** True where the unit evaluated itself before. */
  readonly selfEvaluated: boolean;
  /** True where an evaluation waits for its publication. */
  readonly evaluationPending: boolean;
  readonly fileComplete: boolean;
  /** True where whoever decides serves the unit that carries it out. */
  readonly isParty: boolean;
}

/** By what they are about. */
export const PROJECT_GUARDS = {
  // Nobody judges their own work: a finance department leaves its own projects to the supervisor.
  noParty: {
    reason: "OWN_CAUSE",
    en: "somebody who is no party: a department that carries it out itself leaves it to the supervisor",
    holds: ({ isParty }) => !isParty,
  },
  reviewed: {
    reason: "REVIEW_NEEDED",
    en: "feasibility and benefit mechanism reviewed",
    holds: ({ reviewed }) => reviewed,
  },
  money: { reason: "MONEY_NEEDED", en: "money assigned to it", holds: ({ moneyAssigned }) => moneyAssigned },
  posted: {
    reason: "PUBLICITY_TOO_SHORT",
    en: "publicity beforehand at township and village, for the days of L20-PUBLICITY at least",
    holds: ({ publicityDays }) => publicityDays >= limitRule("L20-PUBLICITY").amount,
  },
  publicityOver: {
    reason: "PUBLICITY_RUNS",
    en: "the last day of publicity is past",
    holds: ({ publicityOver }) => publicityOver,
  },
  contract: {
    reason: "CONTRACT_NEEDED",
    en: "contract with the contractor",
    holds: ({ contractNo }) => isStated(contractNo),
  },
  accepted: {
    reason: "ACCEPTANCE_NEEDED",
    en: "acceptance by the responsible unit",
    holds: ({ accepted }) => accepted,
  },
  noticed: {
    reason: "PUBLIC_NOTICE_NEEDED",
    en: "public notice of the result",
    holds: ({ publicNoticeGiven }) => publicNoticeGiven,
  },
  firstSelf: {
    reason: "SELF_EVALUATED_BEFORE",
    en: "the first evaluation by the unit itself",
    holds: ({ selfEvaluated }) => !selfEvaluated,
  },
  selfEvaluated: {
    reason: "SELF_EVALUATION_NEEDED",
    en: "the unit evaluated itself before",
    holds: ({ selfEvaluated }) => selfEvaluated,
  },
  pending: {
    reason: "NOTHING_TO_PUBLISH",
    en: "an evaluation that is not published yet",
    holds: ({ evaluationPending }) => evaluationPending,
  },
  complete: { reason: "FILE_INCOMPLETE", en: "file complete", holds: ({ fileComplete }) => fileComplete },
  evaluated: {
    reason: "EVALUATION_NEEDED",
    en: "performance evaluated",
    holds: ({ performanceEvaluated }) => performanceEvaluated,
  },
} as const satisfies Readonly<Record<string, Guard<FundProjectGuardFacts>>>;
