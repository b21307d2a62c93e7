/** The clock of a case: its promised and statutory limits, without the days that do not count (docs/reference/time-limits.md#clocks-and-lights). Pure. */
import {
  WORK_CALENDAR,
  addDays,
  computeDeadline,
  lastDayOf,
  limitRule,
  lightOf,
  type LimitFacts,
} from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import { Light } from "../../../platform/graphql/deadline-state.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { TaskType } from "../matter/matter.enums.js";
import { CASE_CLOCK } from "../service-case/service-case.status.js";
import { stepsOverSince, type StepClockFacts } from "./step-clock.js";

/** A limit as the engine counts it. */
export interface CaseLimit {
  readonly amount: number;
  readonly unit: "WD" | "D";
}

/** Why a case has a light that is not green. */
export enum LightReason {
  STATUTORY_PASSED = "STATUTORY_PASSED",
  PROMISE_PASSED = "PROMISE_PASSED",
  STEP_OVERTIME = "STEP_OVERTIME",
  PROMISE_NEAR = "PROMISE_NEAR",
  CALENDAR_UNKNOWN = "CALENDAR_UNKNOWN",
}

describeEnum(LightReason, "LightReason", "Why a case has a light that is not green (亮灯原因).", {
  STATUTORY_PASSED: "Past the statutory day: black (超法定时限).",
  PROMISE_PASSED: "Past the promised day: red (超承诺时限).",
  STEP_OVERTIME: "A step took longer than its limit: red, though the total may be on time (环节超时).",
  PROMISE_NEAR: "At most one working day is left: yellow (临近承诺时限).",
  CALENDAR_UNKNOWN:
    "The promised day lies in a year whose work calendar is not published: nobody can say yet (日历未公布，承诺时限暂不确定).",
});

/** What the clock is computed from. */
export interface ClockFacts extends StepClockFacts {
  readonly acceptedOn?: string;
  /** True where it counts as accepted because no notice came in time, whatever its state. @default false */
  readonly deemed?: boolean;
  readonly completedOn?: string;
  readonly promised?: CaseLimit;
  readonly statutory?: CaseLimit;
  readonly matterVersion: number;
  readonly taskType: TaskType;
}

/**
 * The engine's limit of a matter's limit. On the spot is the day of acceptance; hours become whole days, rounded up, because the
 * hour of acceptance is not on record and nobody may be called late on a guess; nor by months, which are no number of days.
 */
export const toCaseLimit = (limit: TimeLimit | undefined): CaseLimit | undefined => {
  if (limit === undefined || limit.unit === LimitUnit.MONTH) return undefined;
  if (limit.amount === 0 || limit.unit === LimitUnit.IMMEDIATE) return { amount: 0, unit: "D" };
  if (limit.unit === LimitUnit.HOUR) return { amount: Math.ceil(limit.amount / 24), unit: "D" };
  return { amount: limit.amount, unit: limit.unit === LimitUnit.WORKING_DAY ? "WD" : "D" };
};

const factsOf = (clock: ClockFacts, limit: CaseLimit, acceptedOn: string): LimitFacts => ({
  start: acceptedOn,
  unit: limit.unit,
  amount: limit.amount,
  extension: clock.extensions.reduce((sum, { days }) => sum + days, 0),
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

/** A light that calls for attention, why, and the first day on which it was so. */
export interface RaisedLight {
  readonly light: Light;
  readonly reason: LightReason;
  readonly raisedOn: string;
}

/** The light of the limits of the whole case, whatever its steps. */
const lightOfTotal = (clock: ClockFacts, today: string): RaisedLight | undefined => {
  const limits = limitsOf(clock);
  if (!limits) return undefined;
  const promised = computeDeadline(limits.promised);
  const statutory = computeDeadline(limits.statutory);
  const light = lightOf(promised, statutory, clock.completedOn ?? today);
  if (light === "BLACK")
    return { light: Light.BLACK, reason: LightReason.STATUTORY_PASSED, raisedOn: addDays(lastDayOf(statutory)!, 1) };
  if (light === "RED")
    return { light: Light.RED, reason: LightReason.PROMISE_PASSED, raisedOn: addDays(lastDayOf(promised)!, 1) };
  if (clock.completedOn !== undefined) return undefined;
  if (light === "PROVISIONAL")
    return { light: Light.PROVISIONAL, reason: LightReason.CALENDAR_UNKNOWN, raisedOn: limits.promised.start };
  if (light !== "YELLOW" || promised.dueOn === undefined) return undefined;
  const before = workdayBefore(promised.dueOn);
  const raisedOn = before > limits.promised.start ? before : limits.promised.start;
  return { light: Light.YELLOW, reason: LightReason.PROMISE_NEAR, raisedOn };
};

/** The light of the steps: red where one is over its limit. A case that ended without a decision has none. */
const lightOfSteps = (clock: ClockFacts, today: string): RaisedLight | undefined => {
  if (CASE_CLOCK[clock.state] === "STOPPED") return undefined;
  const raisedOn = stepsOverSince(clock, today);
  return raisedOn === undefined ? undefined : { light: Light.RED, reason: LightReason.STEP_OVERTIME, raisedOn };
};

/** All that calls for attention, gravest first: the total where it is late, then a step, then a total that is nearly due or of which nobody knows. */
export const raisedLights = (clock: ClockFacts, today: string): RaisedLight[] => {
  const total = lightOfTotal(clock, today);
  const steps = lightOfSteps(clock, today);
  const late = total?.light === Light.RED || total?.light === Light.BLACK;
  const lights = late ? [total, steps] : [steps, total];
  return lights.filter((light) => light !== undefined);
};

/**
 * The light of a running case on `today`, or of a completed one on its last day; undefined for a green or unknown one. BLACK past the
 * statutory day, RED past the promised one, or, though the total is on time, where a step is over its limit.
 */
export const raisedLight = (clock: ClockFacts, today: string): RaisedLight | undefined => raisedLights(clock, today)[0];

/** The last working day before a day; the day itself at the edge of the calendar. */
const workdayBefore = (day: string): string => {
  for (let before = addDays(day, -1); ; before = addDays(before, -1)) {
    const workday = WORK_CALENDAR.isWorkday(before);
    if (workday === undefined) return day;
    if (workday) return before;
  }
};
