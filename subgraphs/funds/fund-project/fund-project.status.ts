/** Life of a project as data: state, what may follow, and what must be there before. */

/** State of a project. */
export enum FundProjectState {
  IN_LIBRARY = "IN_LIBRARY",
  APPROVED = "APPROVED",
  PUBLICISED = "PUBLICISED",
  STARTED = "STARTED",
  ACCEPTED = "ACCEPTED",
  ANNOUNCED = "ANNOUNCED",
  EVALUATED = "EVALUATED",
  ARCHIVED = "ARCHIVED",
}

/** A step of the life. */
export interface FundProjectStep {
  readonly next: readonly FundProjectState[];
  /** What must be there before the state is entered. */
  readonly guard: string;
}

/** State → what may follow, and the guard of the state. */
export const FUND_PROJECT_STATES: Readonly<Record<FundProjectState, FundProjectStep>> = {
  [FundProjectState.IN_LIBRARY]: {
    next: [FundProjectState.APPROVED],
    guard: "feasibility and benefit mechanism reviewed",
  },
  [FundProjectState.APPROVED]: { next: [FundProjectState.PUBLICISED], guard: "money assigned to it" },
  [FundProjectState.PUBLICISED]: {
    next: [FundProjectState.STARTED],
    guard: "notice beforehand, at least 10 days at township and village (L20)",
  },
  [FundProjectState.STARTED]: { next: [FundProjectState.ACCEPTED], guard: "contract with the contractor" },
  [FundProjectState.ACCEPTED]: { next: [FundProjectState.ANNOUNCED], guard: "acceptance by the responsible unit" },
  [FundProjectState.ANNOUNCED]: { next: [FundProjectState.EVALUATED], guard: "notice of the result" },
  [FundProjectState.EVALUATED]: { next: [FundProjectState.ARCHIVED], guard: "performance evaluated" },
  [FundProjectState.ARCHIVED]: { next: [], guard: "file complete" },
};

/** The states that may follow. */
export const nextStates = (state: FundProjectState): readonly FundProjectState[] => FUND_PROJECT_STATES[state].next;

/** True where the state is reached or passed: for what a project of that state must have. */
export const hasReached = (state: FundProjectState, milestone: FundProjectState): boolean => {
  const order = Object.values(FundProjectState);
  return order.indexOf(state) >= order.indexOf(milestone);
};
