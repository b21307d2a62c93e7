/** Interpretations of policies, as the domain knows them: the days that a document may be without one. Pure. */
import { addDays, limitRule, WORK_CALENDAR, type LocalDate } from "../../../platform/domain/index.js";

/** Limit that runs from the publication of a document to that of its interpretation (国办发〔2016〕80号). */
export const INTERPRETATION_LIMIT = "L16";

/** Working days of the limit, as it is in force on the day. */
export const limitWorkdays = (day: LocalDate): number => Number(limitRule(INTERPRETATION_LIMIT, day).amount);

/**
 * Last day of publication of which so many working days are over before the day: what was published then or before had its limit,
 * which is the working day `workdays` after publication, on an earlier day. Undefined across a year without published calendar.
 */
export const lastDayOverdue = (day: LocalDate, workdays: number): LocalDate | undefined => {
  let last = addDays(day, -1);
  for (let left = workdays; left > 0; last = addDays(last, -1)) {
    const workday = WORK_CALENDAR.isWorkday(last);
    if (workday === undefined) return undefined;
    if (workday) left -= 1;
  }
  return last;
};
