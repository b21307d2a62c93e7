/** Working days by the State Council's published holiday arrangement; a year that is not published gives no answer. */
import { WORK_CALENDAR_YEARS, type WorkCalendarYear } from "./calendar/years.js";
import { addDays, weekdayOf, type LocalDate } from "./local-date.js";

/** Stands where the calendar of a needed year is not published. */
export const PROVISIONAL = "PROVISIONAL" as const;

/** Answers questions about working days. */
export interface WorkCalendarIndex {
  /** True for a working day; undefined in a year without a published calendar. */
  isWorkday(day: LocalDate): boolean | undefined;
}

/** Creates the index of published years. */
export const createWorkCalendar = (years: readonly WorkCalendarYear[] = WORK_CALENDAR_YEARS): WorkCalendarIndex => {
  const published = new Set(years.filter((year) => year.published).map(({ year }) => String(year)));
  const holidays = new Set(years.flatMap((year) => year.holidays));
  const makeupDays = new Set(years.flatMap((year) => year.makeupDays));
  return {
    isWorkday(day) {
      if (!published.has(day.slice(0, 4))) return undefined;
      if (makeupDays.has(day)) return true;
      if (holidays.has(day)) return false;
      const weekday = weekdayOf(day);
      return weekday !== 0 && weekday !== 6;
    },
  };
};

/** The shipped calendar, 2010 to 2026. */
export const WORK_CALENDAR: WorkCalendarIndex = createWorkCalendar();

/** The working day that is `count` working days after `start` (which does not count); PROVISIONAL across an unpublished year. */
export const addWorkdays = (
  start: LocalDate,
  count: number,
  options: { calendar?: WorkCalendarIndex; excluded?: (day: LocalDate) => boolean } = {},
): LocalDate | typeof PROVISIONAL => {
  const calendar = options.calendar ?? WORK_CALENDAR;
  let day = start;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
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
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const workday = calendar.isWorkday(day);
    if (workday === undefined) return undefined;
    if (workday && !options.excluded?.(day)) count += 1;
  }
  return count;
};
