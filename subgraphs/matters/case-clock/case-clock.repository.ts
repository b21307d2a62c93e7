/**
 * The clock of cases said in SQL, so that lists and counts of lights are decided by the database: the same answers as case-clock.ts
 * (a test compares them case by case). The working days come from the code's calendar with each statement; no table can go stale.
 */
import type { Knex } from "knex";
import {
  LATEST_CALENDAR,
  WORK_CALENDAR,
  addDays,
  limitAmountSql,
  workCalendarEdition,
} from "../../../platform/domain/index.js";
import { TaskType } from "../matter/matter.enums.js";
import { VERSION_STEP_ROWS_SQL } from "../matter/matter.stored.js";
import { SpecialProcedureKind } from "../service-case/service-case.enums.js";
import { PAUSING_KINDS } from "../service-case/service-case.js";
import { CASE_STEP_ROWS_SQL } from "../service-case/service-case.stored.js";
import { AWAITING_NOTICE } from "./acceptance.js";

/** An open case older than this counts as if it had been accepted then; no limit is so long. */
const SPAN_DAYS = 6 * 366;

/** The working days around a day. */
export interface ClockCalendar {
  readonly today: string;
  /** Working days from a first day up to the next one after the day. */
  readonly days: readonly string[];
  /** The last known working day before the day: what was due then or earlier is late. */
  readonly before?: string;
  /** The next known working day after the day, else the day itself if it is one: what is due by then is yellow. */
  readonly next?: string;
  /** The last working day of the published calendar: of what is due later nobody knows the day. */
  readonly end?: string;
}

/**
 * Working days as the statements need them, to the end of the published calendar. A later year has those of the latest thinkable calendar
 * up to the day, so that nothing is called late that may be in time.
 */
export const clockCalendar = (today: string, from: string = addDays(today, -SPAN_DAYS)): ClockCalendar => {
  const edition = workCalendarEdition();
  if (last?.today !== today || last.from !== from || last.edition !== edition)
    last = { today, from, edition, calendar: computeCalendar(today, from) };
  return last.calendar;
};

/** The calendar of the last request: most ask on the same day. */
let last:
  | { readonly today: string; readonly from: string; readonly edition: number; readonly calendar: ClockCalendar }
  | undefined;

const computeCalendar = (today: string, from: string): ClockCalendar => {
  const calendar = WORK_CALENDAR;
  const days: string[] = [];
  for (let day = from; day <= today || calendar.isWorkday(day) !== undefined; day = addDays(day, 1))
    if (LATEST_CALENDAR.isWorkday(day) === true) days.push(day);
  const before = days.findLast((day) => day < today);
  const after = days.find((day) => day > today);
  const next = after ?? (calendar.isWorkday(today) === true ? today : undefined);
  const end = days.findLast((day) => calendar.isWorkday(day) === true);
  return { today, days, before, next, end };
};

/** SQL of how many working days there are up to a day. */
const workdaysTo = (day: string): string => `width_bucket(${day}, clock.days)`;

/** Days of the stopped spans up to a point. A span that still runs also takes the day of acceptance itself. */
const stopped = (point: string, count: (day: string) => string): string =>
  `coalesce(sum(greatest(0, ${count(`least(coalesce(upper(span) - 1, ${point}), ${point})`)} - ` +
  `${count(`greatest(lower(span) - 1, case when upper_inf(span) then accepted.day - 1 else accepted.day end)`)})), 0)`;

const asDay = (day: string): string => `((${day})::date - date '2000-01-01')`;

/** SQL of the day from which a case counts as accepted: the recorded one, else that of receipt where no notice came in time (acceptance.ts). */
const acceptedSql =
  (): string => `coalesce(c.accepted_on, case when c.ended_on is null and c.task_type = '${TaskType.LICENSING_01}'
  and (c.notice_on is not null or c.state in (${AWAITING_NOTICE.map((state) => `'${state}'`).join(", ")}))
  and ${workdaysTo("coalesce(c.notice_on - 1, clock.late_point)")} - ${workdaysTo("c.applied_on")} >= ${limitAmountSql("L01", "c.applied_on")} then c.applied_on end)`;

/**
 * Joins to `service_cases as c` what lights are computed from: `clock` (working days, and the two points in time that a case is
 * compared with), `accepted` (the day from which the limits run, null before) and `paused` (days that do not count up to those points, and extensions). `c.completed_on` is the point of a completed case.
 * `offset 0` keeps PostgreSQL from writing what is computed, the calendar above all, into each of the many places that use it: planning took longer than all cases.
 */
export const joinClock = (query: Knex.QueryBuilder, calendar: ClockCalendar): Knex.QueryBuilder =>
  query
    .joinRaw(
      `cross join lateral (select days, case when c.completed_on is null then ?::date else days[width_bucket(c.completed_on - 1, days)] end as late_point,
        case when c.completed_on is null then ?::date end as soon_point, ?::date as end_point from (select ?::date[] as days offset 0) as calendar offset 0) as clock`,
      [calendar.before ?? null, calendar.next ?? null, calendar.end ?? null, [...calendar.days]] as never,
    )
    .joinRaw(`cross join lateral (select ${acceptedSql()} as day offset 0) as accepted`)
    .joinRaw(
      `cross join lateral (select ${stopped("clock.late_point", workdaysTo)} as late_workdays, ${stopped("clock.late_point", asDay)} as late_days,
        ${stopped("clock.soon_point", workdaysTo)} as soon_workdays, ${stopped("clock.soon_point", asDay)} as soon_days,
        ${stopped("clock.end_point", workdaysTo)} as end_workdays, ${stopped("clock.end_point", asDay)} as end_days, coalesce(bool_or(upper_inf(span)), false) as still,
        ${stopped("c.completed_on", workdaysTo)} as done_workdays
        from (select unnest(range_agg(daterange(p.from_on, p.to_on, '[]'))) as span from special_procedures p where p.case_no = c.case_no and p.kind = any(?)) as spans) as paused`,
      [[...PAUSING_KINDS]] as never,
    )
    .joinRaw(
      `cross join lateral (select coalesce(sum(e.extension_days), 0) as days from special_procedures e where e.case_no = c.case_no and e.kind = ?) as extension`,
      [SpecialProcedureKind.EXTENSION],
    );

/** SQL condition: the limit was used up at the point. Where one limit is missing the other stands for it. */
const usedUp = (limit: "promised" | "statutory", point: "late" | "soon" | "end"): string => {
  const other = limit === "promised" ? "statutory" : "promised";
  const day = `clock.${point}_point`;
  return (
    `(${day} >= accepted.day and case coalesce(c.${limit}_unit, c.${other}_unit) ` +
    `when 'WD' then ${workdaysTo(day)} - ${workdaysTo("accepted.day")} - paused.${point}_workdays ` +
    `else ${day} - accepted.day - paused.${point}_days end >= coalesce(c.${limit}_amount, c.${other}_amount) + extension.days)`
  );
};

/** SQL condition: the clock of a case that is not completed runs, and its promised day lies beyond the published calendar. */
const UNKNOWN_DAY_SQL = `(c.completed_on is null and accepted.day is not null and not paused.still
  and coalesce(c.promised_amount, c.statutory_amount) is not null and not coalesce(${usedUp("promised", "end")}, false))`;

/** SQL of a case's light: BLACK, RED, PROVISIONAL, YELLOW, or null. Needs joinClock. */
export const LIGHT_SQL = `case when ${usedUp("statutory", "late")} then 'BLACK' when ${usedUp("promised", "late")} then 'RED'
  when ${UNKNOWN_DAY_SQL} then 'PROVISIONAL' when ${usedUp("promised", "soon")} then 'YELLOW' end`;

/** SQL of the last day up to which a step counts: its own end, that of the case, or the notice of what is missing (step-clock.ts); needs a step `s`. */
const STEP_UNTIL_SQL = `least(coalesce(s."endedOn", c.ended_on, ?::date), case when c.notice_on >= s."startedOn" then c.notice_on end,
  case when c.notice_on is null and s."endedOn" is null and c.state = 'CORRECTION' then s."startedOn" end)`;

/**
 * Joins `steps.overtime` to what joinClock joined: true where a step took longer than its limit in the version that the case applied
 * under. Of recorded steps alone; a version without limits has none.
 */
export const joinSteps = (query: Knex.QueryBuilder, today: string): Knex.QueryBuilder =>
  query
    .joinRaw(
      `left join lateral (select * from service_matter_versions m where m.matter_id = c.matter_id and m.version = c.matter_version offset 0) as v on true`,
    )
    .joinRaw(
      `cross join lateral (select coalesce(bool_or(
          ${workdaysTo("until.point")} - ${workdaysTo('s."startedOn"')} - stopped.workdays >= own.amount + added.days), false) as overtime
        from ${CASE_STEP_ROWS_SQL}
        cross join lateral (select ceil(min(l."workingDays")) as amount from ${VERSION_STEP_ROWS_SQL} where l.name = s.name and l."workingDays" > 0) as own
        cross join lateral (select ${STEP_UNTIL_SQL} - 1 as point) as until
        cross join lateral (select coalesce(sum(greatest(0, ${workdaysTo("least(coalesce(upper(span) - 1, until.point), until.point)")} - ${workdaysTo('greatest(lower(span) - 1, s."startedOn")')})), 0) as workdays
          from (select unnest(range_agg(daterange(p.from_on, p.to_on, '[]'))) as span from special_procedures p where p.case_no = c.case_no and p.kind = any(?)) as spans) as stopped
        cross join lateral (select coalesce(sum(e.extension_days), 0) as days from special_procedures e where e.case_no = c.case_no and e.kind = ?
          and e.from_on >= s."startedOn" and e.from_on <= coalesce(s."endedOn", c.ended_on, e.from_on)) as added
        where own.amount is not null and until.point >= s."startedOn") as steps`,
      [today, [...PAUSING_KINDS], SpecialProcedureKind.EXTENSION] as never,
    );

/** SQL condition: completed after the promised day. Needs joinClock. */
export const OVERDUE_SQL = usedUp("promised", "late");

/** SQL of the working days from acceptance to completion, without those that do not count. Needs joinClock. */
export const HANDLING_WORKDAYS_SQL = `greatest(0, ${workdaysTo("c.completed_on")} - ${workdaysTo("c.accepted_on")} - paused.done_workdays)`;
