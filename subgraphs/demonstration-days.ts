/** Days on which offices of the demonstration work: nobody decides, accepts or pays on a holiday. */
import { PROVISIONAL, addDays, addWorkdays, type LocalDate } from "../platform/domain/index.js";

/** The working day that is `count` working days after the day. Throws RangeError where the calendar does not reach it. */
export const workdayAfter = (from: LocalDate, count: number): LocalDate => {
  const day = addWorkdays(from, count);
  if (day === PROVISIONAL) throw new RangeError(`The calendar does not reach ${count} working days after ${from}.`);
  return day;
};

/** The day itself where it is a working day, else the next one. Throws RangeError where the calendar does not reach it. */
export const workdayFrom = (day: LocalDate): LocalDate => workdayAfter(addDays(day, -1), 1);
