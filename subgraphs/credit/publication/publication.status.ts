/** Publication of decisions within seven working days (双公示, L12): lateness and due days, computed from a day. Pure. */
import { addDays, addWorkdays, limitRule, PROVISIONAL } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";

/** Working days in which a decision is published. */
export const PUBLICATION_WORKDAYS = limitRule("L12").amount;

/** True if later than 7 working days after the decision; an unpublished record is late once that day has passed. Undefined where the calendar is missing. */
export const isLate = (decisionDate: string, publishedOn: string | undefined, today: string): boolean | undefined => {
  const due = addWorkdays(decisionDate, PUBLICATION_WORKDAYS);
  return due === PROVISIONAL ? undefined : (publishedOn ?? today) > due;
};

/** The limit of publication as of today. */
export const publicationDeadline = (decisionDate: string, publishedOn: string | undefined, today: string): Deadline =>
  toDeadline({
    facts: { start: decisionDate, unit: "WD", amount: PUBLICATION_WORKDAYS },
    basis: limitRule("L12").basisClause,
    today,
    completedOn: publishedOn,
  });

/** Every day of a year with the last day in time of a decision made on it; empty where the calendar is not published. */
export const dueDays = (year: number, workdays: number): { days: string[]; dues: string[] } => {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day);
  return {
    days,
    dues: days.map((day) => {
      const due = addWorkdays(day, workdays);
      return due === PROVISIONAL ? "" : due;
    }),
  };
};
