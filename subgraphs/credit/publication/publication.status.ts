/** Publication of decisions within seven working days (双公示, L12): lateness and due days, computed from a day. Pure. */
import {
  addDays,
  computeDeadline,
  daysBetween,
  lastDayOf,
  limitsEdition,
  runningLimit,
  workCalendarEdition,
  type LocalDate,
} from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";

/**
 * True if later than the working days of the law after the decision; an unpublished record is late once that day has passed. Undefined where the
 * calendar does not reach the day, unless even the latest thinkable one is past, and where the limit in force is not confirmed.
 */
export const isLate = (decisionDate: string, publishedOn: string | undefined, today: string): boolean | undefined => {
  const due = computeDeadline(runningLimit("L12", decisionDate).facts);
  if (due.confirmed === false) return undefined;
  const last = lastDayOf(due);
  if (last !== undefined && (publishedOn ?? today) > last) return true;
  return due.certainty === "FIXED" ? false : undefined;
};

/** The limit of publication as of today. */
export const publicationDeadline = (decisionDate: string, publishedOn: string | undefined, today: string): Deadline =>
  toDeadline({ ...runningLimit("L12", decisionDate), today, completedOn: publishedOn });

/** The last day in time of a decision made on a day. */
export interface DueDay {
  readonly day: LocalDate;
  /** Null before the calendar begins, and where the limit in force is not confirmed. */
  readonly dueOn: LocalDate | null;
  /** False where it is null, or the calendar does not reach it: then it is the latest thinkable one. */
  readonly known: boolean;
}

/** Most tables of days that are kept: years that somebody asks for, each with a number of working days. */
const MOST_TABLES = 64;

const tables = new Map<string, readonly DueDay[]>();

/**
 * Every day of a year with the last day in time of a decision made on it, by the limit of that day or by working days that somebody asks
 * for. Counted once for each calendar and each edition of the limits that is in force.
 */
export const dueDays = (year: number, workdays?: number): readonly DueDay[] => {
  const key = `${year} ${workdays ?? ""} ${workCalendarEdition()} ${limitsEdition()}`;
  const known = tables.get(key);
  if (known) return known;
  const days: DueDay[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const due = computeDeadline(
      workdays === undefined ? runningLimit("L12", day).facts : { start: day, unit: "WD", amount: workdays },
    );
    const dueOn = due.confirmed === false ? null : (lastDayOf(due) ?? null);
    days.push({ day, dueOn, known: dueOn !== null && due.certainty === "FIXED" });
  }
  if (tables.size >= MOST_TABLES) tables.clear();
  tables.set(key, days);
  return days;
};

/** What may be late at all, in natural days: a working day is one of them at least. */
export interface LateCandidates {
  /** Published within so many days of the decision is never late. */
  readonly leastDays: number;
  /** Of decisions from this day on nobody knows yet. */
  readonly unknownFrom: LocalDate;
}

/** What of a year's decisions can be late or of unknown lateness, so that an index finds it. */
export const lateCandidates = (due: readonly DueDay[]): LateCandidates => {
  const spans = due.flatMap(({ day, dueOn, known }) => (known && dueOn !== null ? [daysBetween(day, dueOn)] : []));
  return {
    leastDays: Math.min(...spans, 366),
    unknownFrom: due.find(({ known }) => !known)?.day ?? "9999-12-31",
  };
};
