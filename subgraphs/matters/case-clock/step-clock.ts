/** The clock of one step of a case: its own limit within that of the case (环节时限). Pure. */
import {
  addDays,
  computeDeadline,
  deadlineState,
  workdaysBetween,
  lastDayOf,
  type LimitFacts,
  type Suspension,
  type WorkCalendarIndex,
} from "../../../platform/domain/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";
import { CaseState } from "../service-case/service-case.state.js";

/** A step of the matter's version, with its limit in working days. */
export interface StepLimit {
  readonly name: string;
  readonly workingDays?: number;
}

/** A step of a case as it is recorded. */
export interface StepFacts {
  readonly name: string;
  readonly startedOn: string;
  readonly endedOn?: string;
}

/** What clocks of steps are computed from. */
export interface StepClockFacts {
  readonly state: CaseState;
  readonly noticeOn?: string;
  /** Day on which handling ended in any way; no step runs longer. */
  readonly endedOn?: string;
  /** Special procedures that stop the clock. */
  readonly pauses: readonly Suspension[];
  /** Approved extensions: each adds to the step during which it was approved. */
  readonly extensions: readonly { readonly from: string; readonly days: number }[];
  readonly steps: readonly StepFacts[];
  /** Steps of the version that the case applied under. */
  readonly stepLimits: readonly StepLimit[];
}

/** How a step stands on a day. */
export interface StepClock {
  /** Working days that the step may take, extensions included; undefined without a limit. */
  readonly limitDays?: number;
  /** Last day in time; undefined without a limit, while suspended, or provisional. */
  readonly dueOn?: string;
  /** Of a provisional one: no calendar that may still be published lets it end after this day. */
  readonly latestOn?: string;
  /** Undefined without a limit. */
  readonly deadlineState?: DeadlineState;
  readonly overtime: boolean;
  /** Working days used so far or in all; undefined where the calendar of a needed year is not published. */
  readonly usedDays?: number;
  /** Working days past the limit; undefined where it is not over, or nobody knows the day. */
  readonly overDays?: number;
}

/** Limit of a step by its name, the shortest where a name stands twice. Parts of a day become whole days, so that nobody is called late on a guess. */
const limitOf = ({ name, startedOn, endedOn }: StepFacts, facts: StepClockFacts): number | undefined => {
  const limits = facts.stepLimits.flatMap((step) =>
    step.name === name && step.workingDays !== undefined && step.workingDays > 0 ? [Math.ceil(step.workingDays)] : [],
  );
  if (limits.length === 0) return undefined;
  return facts.extensions
    .filter(({ from }) => startedOn <= from && from <= (endedOn ?? facts.endedOn ?? from))
    .reduce((sum, { days }) => sum + days, Math.min(...limits));
};

/**
 * Day on which the step was done; undefined while it runs. The days after the applicant was told what is missing are the
 * applicant's, so that a step is measured up to the notice, and not at all where its day is not on record.
 */
const doneOn = ({ startedOn, endedOn }: StepFacts, facts: StepClockFacts): string | undefined => {
  const { state, noticeOn } = facts;
  const ends = [endedOn ?? facts.endedOn];
  if (noticeOn !== undefined && noticeOn >= startedOn) ends.push(noticeOn);
  if (noticeOn === undefined && endedOn === undefined && state === CaseState.CORRECTION) ends.push(startedOn);
  return ends.filter((day) => day !== undefined).sort()[0];
};

/** The clock of a step on a day. */
export const stepClock = (
  step: StepFacts,
  facts: StepClockFacts,
  today: string,
  calendar?: WorkCalendarIndex,
): StepClock => {
  const done = doneOn(step, facts);
  const until = done ?? today;
  const excluded = (day: string): boolean =>
    facts.pauses.some(({ from, to }) => from <= day && (to === undefined || day <= to));
  const usedDays = until < step.startedOn ? 0 : workdaysBetween(step.startedOn, until, { calendar, excluded });
  const limitDays = limitOf(step, facts);
  if (limitDays === undefined) return { overtime: false, usedDays };
  const limit: LimitFacts = {
    start: step.startedOn,
    unit: "WD",
    amount: limitDays,
    suspensions: facts.pauses,
    calendar,
  };
  const deadline = computeDeadline(limit);
  const { dueOn, latestOn } = deadline;
  const last = lastDayOf(deadline);
  const overtime = last !== undefined && until > last;
  return {
    limitDays,
    dueOn,
    latestOn,
    deadlineState: DeadlineState[deadlineState(deadline, today, done)],
    overtime,
    usedDays,
    ...(overtime && dueOn !== undefined ? { overDays: workdaysBetween(dueOn, until, { calendar, excluded }) } : {}),
  };
};

/** First day on which a step of the case was over its limit; undefined where none is. */
export const stepsOverSince = (facts: StepClockFacts, today: string): string | undefined =>
  facts.steps
    .map((step) => stepClock(step, facts, today))
    .flatMap((clock) => (clock.overtime ? [addDays(lastDayOf(clock)!, 1)] : []))
    .sort()[0];
