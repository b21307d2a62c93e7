/** Whether the clock of a case runs, for each state of its life in service-case.machine.ts. Pure. */
import { CaseState } from "./service-case.state.js";

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
  ANNULLED: "DONE",
};
