/** The clock of a case: its promised and statutory limits, without the days that do not count (domain.md §1.5, §2.2). Pure. */
import {
  WORK_CALENDAR,
  addDays,
  computeDeadline,
  limitRule,
  lightOf,
  type LimitFacts,
  type Suspension,
} from "../../../platform/domain/index.js";
import { Light, LimitUnit, toDeadline, type Deadline, type TimeLimit } from "../../../platform/graphql/index.js";
import { TaskType } from "../matter/matter.enums.js";
import { CASE_CLOCK, type CaseState } from "../service-case/service-case.status.js";

/** A limit as the engine counts it. */
export interface CaseLimit {
  readonly amount: number;
  readonly unit: "WD" | "D";
}

/** What the clock is computed from. */
export interface ClockFacts {
  readonly state: CaseState;
  readonly acceptedOn?: string;
  /** True where it counts as accepted because no notice came in time, whatever its state. @default false */
  readonly deemed?: boolean;
  readonly completedOn?: string;
  readonly promised?: CaseLimit;
  readonly statutory?: CaseLimit;
  /** Special procedures that stop the clock. */
  readonly pauses: readonly Suspension[];
  /** Days that approved extensions add to both limits. */
  readonly extensionDays: number;
  readonly matterVersion: number;
  readonly taskType: TaskType;
}

/**
 * The engine's limit of a matter's limit. On the spot is the day of acceptance; hours become whole days, rounded up, because the
 * hour of acceptance is not on record and nobody may be called late on a guess.
 */
export const toCaseLimit = (limit: TimeLimit | undefined): CaseLimit | undefined => {
  if (limit === undefined) return undefined;
  if (limit.amount === 0 || limit.unit === LimitUnit.IMMEDIATE) return { amount: 0, unit: "D" };
  if (limit.unit === LimitUnit.HOUR) return { amount: Math.ceil(limit.amount / 24), unit: "D" };
  return { amount: limit.amount, unit: limit.unit === LimitUnit.WORKING_DAY ? "WD" : "D" };
};

const factsOf = (clock: ClockFacts, limit: CaseLimit, acceptedOn: string): LimitFacts => ({
  start: acceptedOn,
  unit: limit.unit,
  amount: limit.amount,
  extension: clock.extensionDays,
  suspensions: clock.pauses,
});

interface Limits {
  readonly promised: LimitFacts;
  readonly statutory: LimitFacts;
}

/** Both limits of a clock that started; undefined before acceptance, after an end without decision, and without any limit. */
const limitsOf = (clock: ClockFacts): Limits | undefined => {
  const { acceptedOn, state } = clock;
  const promised = clock.promised ?? clock.statutory;
  const statutory = clock.statutory ?? clock.promised;
  if (acceptedOn === undefined || promised === undefined || statutory === undefined) return undefined;
  if ((CASE_CLOCK[state] === "NOT_STARTED" && clock.deemed !== true) || CASE_CLOCK[state] === "STOPPED")
    return undefined;
  return { promised: factsOf(clock, promised, acceptedOn), statutory: factsOf(clock, statutory, acceptedOn) };
};

/** The promised deadline on a day, with its light. */
export const promisedDeadline = (clock: ClockFacts, today: string): Deadline | undefined => {
  const limits = limitsOf(clock);
  return (
    limits &&
    toDeadline({
      facts: limits.promised,
      statutory: limits.statutory,
      basis: `承诺办结时限（事项第${clock.matterVersion}版）`,
      today,
      completedOn: clock.completedOn,
    })
  );
};

/** The statutory deadline on a day. */
export const statutoryDeadline = (clock: ClockFacts, today: string): Deadline | undefined => {
  const limits = limitsOf(clock);
  return (
    limits &&
    toDeadline({
      facts: limits.statutory,
      basis: clock.taskType === TaskType.LICENSING_01 ? limitRule("L02").basisClause : "法定办结时限",
      today,
      completedOn: clock.completedOn,
    })
  );
};

/** A light that calls for attention, and the first day on which it was so. */
export interface RaisedLight {
  readonly light: Light;
  readonly raisedOn: string;
}

/** The light of a running case on `today`, or of a completed one on its last day; undefined for a green or unknown one. */
export const raisedLight = (clock: ClockFacts, today: string): RaisedLight | undefined => {
  const limits = limitsOf(clock);
  if (!limits) return undefined;
  const promised = computeDeadline(limits.promised);
  const statutory = computeDeadline(limits.statutory);
  const light = lightOf(promised, statutory, clock.completedOn ?? today);
  if (light === "BLACK" && statutory.dueOn !== undefined)
    return { light: Light.BLACK, raisedOn: addDays(statutory.dueOn, 1) };
  if (promised.dueOn === undefined) return undefined;
  if (light === "RED") return { light: Light.RED, raisedOn: addDays(promised.dueOn, 1) };
  if (light !== "YELLOW" || clock.completedOn !== undefined) return undefined;
  const before = workdayBefore(promised.dueOn);
  return { light: Light.YELLOW, raisedOn: before > limits.promised.start ? before : limits.promised.start };
};

/** The last working day before a day; the day itself at the edge of the calendar. */
const workdayBefore = (day: string): string => {
  for (let before = addDays(day, -1); ; before = addDays(before, -1)) {
    const workday = WORK_CALENDAR.isWorkday(before);
    if (workday === undefined) return day;
    if (workday) return before;
  }
};
