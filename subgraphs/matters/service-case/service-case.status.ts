/** The life of a case as data: what may follow what, what each state needs, and whether its clock runs. Pure. */
import { describeEnum } from "../../../platform/graphql/index.js";

/** State of a case. */
export enum CaseState {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  RECEIVED = "RECEIVED",
  CORRECTION = "CORRECTION",
  ACCEPTED = "ACCEPTED",
  NOT_ACCEPTED = "NOT_ACCEPTED",
  REVIEW = "REVIEW",
  SUSPENDED = "SUSPENDED",
  DECIDED = "DECIDED",
  COMPLETED = "COMPLETED",
  DELIVERED = "DELIVERED",
  RATED = "RATED",
  WITHDRAWN = "WITHDRAWN",
  RETURNED = "RETURNED",
  TRANSFERRED = "TRANSFERRED",
  VOID = "VOID",
}

describeEnum(CaseState, "CaseState", "State of a case (办件状态).", {
  DRAFT: "Being written by the applicant, not handed in (草稿).",
  SUBMITTED: "Handed in (已提交).",
  RECEIVED: "Received by the agency (收件).",
  CORRECTION: "The applicant was told what is missing; no clock runs (补正).",
  ACCEPTED: "Accepted; the clock runs (受理).",
  NOT_ACCEPTED: "Not accepted, with reasons and remedy (不予受理).",
  REVIEW: "Under review (审查).",
  SUSPENDED: "In a special procedure; the clock stands still (特别程序).",
  DECIDED: "Decided, not yet completed (已决定).",
  COMPLETED: "Completed (办结).",
  DELIVERED: "The result was delivered (送达).",
  RATED: "The applicant rated the service (已评价).",
  WITHDRAWN: "Withdrawn by the applicant (撤回).",
  RETURNED: "Returned to the applicant (退件).",
  TRANSFERRED: "Passed on to a higher agency (转报).",
  VOID: "Void (作废).",
});

/** Which states may follow a state; none ends the case. */
export const CASE_TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  DRAFT: [CaseState.SUBMITTED, CaseState.VOID],
  SUBMITTED: [CaseState.RECEIVED, CaseState.WITHDRAWN],
  RECEIVED: [
    CaseState.CORRECTION,
    CaseState.ACCEPTED,
    CaseState.NOT_ACCEPTED,
    CaseState.WITHDRAWN,
    CaseState.RETURNED,
    CaseState.TRANSFERRED,
  ],
  CORRECTION: [CaseState.RECEIVED, CaseState.ACCEPTED, CaseState.NOT_ACCEPTED, CaseState.WITHDRAWN, CaseState.RETURNED],
  ACCEPTED: [CaseState.REVIEW, CaseState.SUSPENDED, CaseState.DECIDED, CaseState.WITHDRAWN, CaseState.TRANSFERRED],
  NOT_ACCEPTED: [],
  REVIEW: [CaseState.SUSPENDED, CaseState.DECIDED, CaseState.WITHDRAWN, CaseState.TRANSFERRED, CaseState.VOID],
  SUSPENDED: [CaseState.REVIEW, CaseState.WITHDRAWN],
  DECIDED: [CaseState.COMPLETED],
  COMPLETED: [CaseState.DELIVERED, CaseState.RATED],
  DELIVERED: [CaseState.RATED],
  RATED: [],
  WITHDRAWN: [],
  RETURNED: [],
  TRANSFERRED: [],
  VOID: [],
};

/** True where a case may go from one state to the other. */
export const mayFollow = (from: CaseState, to: CaseState): boolean => CASE_TRANSITIONS[from].includes(to);

/** What the time-limit engine makes of a case: the limit runs from acceptance to completion. */
export type CaseClock = "NOT_STARTED" | "RUNNING" | "STOPPED" | "DONE";

/** Clock of each state. STOPPED means that the case ended without a decision, so that no limit is met or missed. */
export const CASE_CLOCK: Readonly<Record<CaseState, CaseClock>> = {
  DRAFT: "NOT_STARTED",
  SUBMITTED: "NOT_STARTED",
  RECEIVED: "NOT_STARTED",
  CORRECTION: "NOT_STARTED",
  ACCEPTED: "RUNNING",
  NOT_ACCEPTED: "STOPPED",
  REVIEW: "RUNNING",
  SUSPENDED: "RUNNING",
  DECIDED: "RUNNING",
  COMPLETED: "DONE",
  DELIVERED: "DONE",
  RATED: "DONE",
  WITHDRAWN: "STOPPED",
  RETURNED: "STOPPED",
  TRANSFERRED: "STOPPED",
  VOID: "STOPPED",
};

/** Facts that a state's guards look at. */
export interface CaseGuardFacts {
  readonly acceptanceNo?: string;
  readonly granted?: boolean;
  readonly reasons?: string;
  readonly remedy?: string;
  readonly openSuspension: boolean;
}

/** What a state needs; each name is the `reason` of the refusal. */
const GUARDS: Readonly<Record<string, { on: readonly CaseState[]; holds: (facts: CaseGuardFacts) => boolean }>> = {
  ACCEPTANCE_NUMBER_NEEDED: {
    on: [CaseState.ACCEPTED, CaseState.REVIEW, CaseState.SUSPENDED, CaseState.DECIDED, CaseState.COMPLETED],
    holds: ({ acceptanceNo }) => acceptanceNo !== undefined,
  },
  // 行政许可法 第三十八条: a refusal tells reasons, and the right to review and lawsuit.
  REFUSAL_NEEDS_REASONS: {
    on: [CaseState.NOT_ACCEPTED, CaseState.DECIDED, CaseState.COMPLETED],
    holds: ({ granted, reasons }) => granted !== false || reasons !== undefined,
  },
  REFUSAL_NEEDS_REMEDY: {
    on: [CaseState.NOT_ACCEPTED, CaseState.DECIDED, CaseState.COMPLETED],
    holds: ({ granted, remedy }) => granted !== false || remedy !== undefined,
  },
  OPEN_PROCEDURE_NEEDED: { on: [CaseState.SUSPENDED], holds: ({ openSuspension }) => openSuspension },
  OPEN_PROCEDURE_LEFT: {
    on: [CaseState.REVIEW, CaseState.DECIDED, CaseState.COMPLETED],
    holds: ({ openSuspension }) => !openSuspension,
  },
};

/** Names of the guards that a case in this state breaks. */
export const brokenGuards = (state: CaseState, facts: CaseGuardFacts): string[] =>
  Object.entries(GUARDS).flatMap(([name, { on, holds }]) => (on.includes(state) && !holds(facts) ? [name] : []));
