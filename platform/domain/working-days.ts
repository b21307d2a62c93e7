/** Counts working days by the State Council's published holiday arrangement; a year that is not published gives no answer. */
import { WORK_CALENDAR, type WorkCalendarIndex } from "./law/work-calendar.js";
import { addDays, type LocalDate } from "./local-date.js";

/** Stands where the calendar of a needed year is not published. */
export const PROVISIONAL = "PROVISIONAL" as const;

const daysAfter = new Map<LocalDate, LocalDate>();

/** The day after. Counting goes over the days of the published years again and again: each is computed once. */
const dayAfter = (day: LocalDate): LocalDate => {
  let next = daysAfter.get(day);
  if (next === undefined) daysAfter.set(day, (next = addDays(day, 1)));
  return next;
};

/** The working day that is `count` working days after `start` (which does not count); PROVISIONAL across an unpublished year. */
export const addWorkdays = (
  start: LocalDate,
  count: number,
  options: { calendar?: WorkCalendarIndex; excluded?: (day: LocalDate) => boolean } = {},
): LocalDate | typeof PROVISIONAL => {
  const calendar = options.calendar ?? WORK_CALENDAR;
  let day = start;
  for (let left = count; left > 0;) {
    day = dayAfter(day);
    const workday = calendar.isWorkday(day);
    if (workday === undefined) return PROVISIONAL;
    if (workday && !options.excluded?.(day)) left -= 1;
  }
  return day;
};

/** Working days after `from` up to and including `to`; negative where `to` is earlier; undefined across an unpublished year. */
export const workdaysBetween = (
  from: LocalDate,
  to: LocalDate,
  options: { calendar?: WorkCalendarIndex; excluded?: (day: LocalDate) => boolean } = {},
): number | undefined => {
  if (to < from) {
    const back = workdaysBetween(to, from, options);
    return back === undefined ? undefined : -back;
  }
  const calendar = options.calendar ?? WORK_CALENDAR;
  let count = 0;
  for (let day = dayAfter(from); day <= to; day = dayAfter(day)) {
    const workday = calendar.isWorkday(day);
    if (workday === undefined) return undefined;
    if (workday && !options.excluded?.(day)) count += 1;
  }
  return count;
};
