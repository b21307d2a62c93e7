/** The time-limit engine: deadlines, lateness and lights from facts and a day, never stored (docs/reference/time-limits.md). */
import { addDays, daysBetween, type LocalDate } from "./local-date.js";
import { LATEST_CALENDAR, WORK_CALENDAR, type WorkCalendarIndex } from "./law/work-calendar.js";
import { PROVISIONAL, addWorkdays, workdaysBetween } from "./working-days.js";

/** A span that does not count; without an end it still runs. Both days belong to it. */
export interface Suspension {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** A running limit. */
export interface LimitFacts {
  /** Day of the trigger; it does not count. */
  readonly start: LocalDate;
  readonly unit: "WD" | "D";
  readonly amount: number;
  readonly extension?: number;
  readonly suspensions?: readonly Suspension[];
  /** False where a figure of it could not be confirmed in its document: nobody is late by it. @default true */
  readonly confirmed?: boolean;
  readonly calendar?: WorkCalendarIndex;
  /** The calendar continued by years at their latest thinkable. @default LATEST_CALENDAR, or none beside a calendar of one's own */
  readonly latestCalendar?: WorkCalendarIndex;
}

/** When a limit ends. */
export interface Deadline {
  /** Last day in time; undefined while suspended without end, or PROVISIONAL. */
  readonly dueOn?: LocalDate;
  readonly certainty: "FIXED" | "SUSPENDED" | "PROVISIONAL";
  /** Of a provisional one: no calendar that may still be published lets it end after this day. */
  readonly latestOn?: LocalDate;
  /** Days inside the limit that did not count: working days for WD, natural days for D. */
  readonly suspendedDays: number;
  /** Present where a figure of the limit is not confirmed. */
  readonly confirmed?: false;
}

/** First day of the spans that still run. */
const openFrom = (suspensions: readonly Suspension[]): LocalDate | undefined =>
  suspensions.flatMap(({ from, to }) => (to === undefined ? [from] : [])).sort()[0];

/**
 * Computes the deadline: the start day does not count, suspended days do not count, a natural-day limit rolls to a working day.
 * A span that still runs stops the clock only where it began before the limit was used up: what was late stays late.
 */
export const computeDeadline = (facts: LimitFacts): Deadline => {
  const deadline = reachOf(facts);
  return facts.confirmed === false ? { ...deadline, confirmed: false } : deadline;
};

const reachOf = (facts: LimitFacts): Deadline => {
  const deadline = computeWith(facts, facts.calendar ?? WORK_CALENDAR);
  const latest = facts.latestCalendar ?? (facts.calendar === undefined ? LATEST_CALENDAR : undefined);
  if (deadline.certainty !== "PROVISIONAL" || latest === undefined) return deadline;
  const { dueOn } = computeWith(facts, latest);
  return dueOn === undefined ? deadline : { ...deadline, latestOn: dueOn };
};

const computeWith = (facts: LimitFacts, calendar: WorkCalendarIndex): Deadline => {
  const { start, unit, suspensions = [] } = facts;
  const amount = facts.amount + (facts.extension ?? 0);
  const stopped = openFrom(suspensions);
  const excluded = (day: LocalDate): boolean =>
    suspensions.some(({ from, to }) => to !== undefined && from <= day && day <= to);
  if (unit === "WD") {
    const dueOn = addWorkdays(start, amount, { calendar, excluded });
    // A stop beyond the calendar may have come too late.
    const inTime =
      dueOn === PROVISIONAL ? isKnown(start, stopped, calendar) : stopped !== undefined && dueOn >= stopped;
    if (inTime) return SUSPENDED;
    if (dueOn === PROVISIONAL) return { certainty: "PROVISIONAL", suspendedDays: 0 };
    return {
      dueOn,
      certainty: "FIXED",
      suspendedDays: (workdaysBetween(start, dueOn, { calendar }) ?? amount) - amount,
    };
  }
  let day = start;
  for (let left = amount; left > 0;) {
    day = addDays(day, 1);
    if (!excluded(day)) left -= 1;
  }
  if (stopped !== undefined && day >= stopped) return SUSPENDED;
  const suspendedDays = daysBetween(start, day) - amount;
  for (;;) {
    const workday = calendar.isWorkday(day);
    if (workday === undefined) return { certainty: "PROVISIONAL", suspendedDays };
    if (workday) return { dueOn: day, certainty: "FIXED", suspendedDays };
    day = addDays(day, 1);
  }
};

/** True where every working day up to the stop is published: the limit was then not used up before it. */
const isKnown = (start: LocalDate, stopped: LocalDate | undefined, calendar: WorkCalendarIndex): boolean =>
  stopped !== undefined && workdaysBetween(start, stopped, { calendar }) !== undefined;

const SUSPENDED: Deadline = { certainty: "SUSPENDED", suspendedDays: 0 };

/** How a deadline stands on a day. */
export type DeadlineState = "RUNNING" | "SUSPENDED" | "MET" | "LATE" | "PROVISIONAL";

/**
 * State on `today`; late only from the day after the deadline, and never met where the calendar does not reach it: then it is late from
 * the day after the latest thinkable one, and provisional before. What is past a limit that is not confirmed is provisional, never late.
 */
export const deadlineState = (deadline: Deadline, today: LocalDate, completedOn?: LocalDate): DeadlineState => {
  const state = countedState(deadline, today, completedOn);
  return state === "LATE" && deadline.confirmed === false ? "PROVISIONAL" : state;
};

const countedState = (deadline: Deadline, today: LocalDate, completedOn?: LocalDate): DeadlineState => {
  // What was done before an unknown day was not done in time: nobody knows.
  if (deadline.certainty === "PROVISIONAL")
    return deadline.latestOn !== undefined && (completedOn ?? today) > deadline.latestOn ? "LATE" : "PROVISIONAL";
  // The clock stands still: there was time left.
  if (deadline.dueOn === undefined) return completedOn === undefined ? "SUSPENDED" : "MET";
  if (completedOn !== undefined) return completedOn <= deadline.dueOn ? "MET" : "LATE";
  return today <= deadline.dueOn ? "RUNNING" : "LATE";
};

/** A light of electronic monitoring (docs/reference/time-limits.md#clocks-and-lights). */
export type Light = "GREEN" | "YELLOW" | "RED" | "BLACK" | "PROVISIONAL";

/**
 * BLACK past the statutory day, RED past the promised day, YELLOW with at most one working day left, else GREEN. Where the calendar does
 * not reach a day, past the latest thinkable one counts; before it PROVISIONAL, and so is what is past a limit that is not confirmed.
 * Undefined while the clock stands still.
 */
export const lightOf = (
  promised: Deadline,
  statutory: Deadline,
  today: LocalDate,
  calendar = WORK_CALENDAR,
): Light | undefined => {
  if (isPast(statutory, today)) return statutory.confirmed === false ? "PROVISIONAL" : "BLACK";
  if (isPast(promised, today)) return promised.confirmed === false ? "PROVISIONAL" : "RED";
  if (promised.certainty === "PROVISIONAL") return "PROVISIONAL";
  if (promised.dueOn === undefined) return undefined;
  const left = workdaysBetween(today, promised.dueOn, { calendar });
  return left === undefined ? undefined : left <= 1 ? "YELLOW" : "GREEN";
};

/** The last day on which it is not late for certain. */
export const lastDayOf = ({ dueOn, latestOn }: Pick<Deadline, "dueOn" | "latestOn">): LocalDate | undefined =>
  dueOn ?? latestOn;

const isPast = (deadline: Deadline, today: LocalDate): boolean => {
  const last = lastDayOf(deadline);
  return last !== undefined && today > last;
};
