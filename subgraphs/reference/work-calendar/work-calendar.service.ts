/** Gives the calendar snapshot of platform/domain; a year that is not published says so. */
import { workCalendarYears } from "../../../platform/domain/index.js";
import type { WorkCalendar } from "./work-calendar.js";

/** Service of the calendar. */
export interface WorkCalendarService {
  /** The year's calendar; unpublished for the years after the snapshot, undefined for those before it. */
  find(year: number): WorkCalendar | undefined;
}

/** Creates the service. */
export const createWorkCalendarService = (): WorkCalendarService => ({
  find: (year) => {
    const known = workCalendarYears().find((entry) => entry.year === year);
    if (known) return { ...known, published: true, holidays: [...known.holidays], makeupDays: [...known.makeupDays] };
    return year >= 2010 && year <= 2100 ? { year, published: false, holidays: [], makeupDays: [] } : undefined;
  },
});
