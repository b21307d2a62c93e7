/** Publication of decisions within seven working days (双公示, L12): lateness and due days, computed from a day. Pure. */
import { addDays, computeDeadline, lastDayOf, limitRule, type LocalDate } from "../../../platform/domain/index.js";
import { toDeadline, type Deadline } from "../../../platform/graphql/index.js";

/**
 * True if later than the working days of the law after the decision; an unpublished record is late once that day has passed. Undefined where the
 * calendar does not reach the day, unless even the latest thinkable one is past.
 */
export const isLate = (decisionDate: string, publishedOn: string | undefined, today: string): boolean | undefined => {
  const due = computeDeadline({ start: decisionDate, unit: "WD", amount: limitRule("L12", decisionDate).amount });
  const last = lastDayOf(due);
  if (last !== undefined && (publishedOn ?? today) > last) return true;
  return due.certainty === "FIXED" ? false : undefined;
};

/** The limit of publication as of today. */
export const publicationDeadline = (decisionDate: string, publishedOn: string | undefined, today: string): Deadline =>
  toDeadline({
    facts: { start: decisionDate, unit: "WD", amount: limitRule("L12", decisionDate).amount },
    basis: limitRule("L12", decisionDate).basisClause,
    today,
    completedOn: publishedOn,
  });

/** The last day in time of a decision made on a day. */
export interface DueDay {
  readonly day: LocalDate;
  /** Null before the calendar begins. */
  readonly dueOn: LocalDate | null;
  /** False where the calendar does not reach it: then it is the latest thinkable one. */
  readonly known: boolean;
}

/** Every day of a year with the last day in time of a decision made on it, by the limit of that day or by working days that somebody asks for. */
export const dueDays = (year: number, workdays?: number): DueDay[] => {
  const days: DueDay[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const due = computeDeadline({ start: day, unit: "WD", amount: workdays ?? limitRule("L12", day).amount });
    days.push({ day, dueOn: lastDayOf(due) ?? null, known: due.certainty === "FIXED" });
  }
  return days;
};
