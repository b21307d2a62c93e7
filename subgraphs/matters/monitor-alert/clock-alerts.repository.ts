/** SQL of what the clocks of cases say: kept for a day by a refresh, computed where it is not. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { limitsEdition } from "../../../platform/domain/index.js";
import {
  LIGHT_SQL,
  clockCalendar,
  joinClock,
  joinSteps,
  type ClockCalendar,
} from "../case-clock/case-clock.repository.js";
import { CASE_LIGHTS } from "./case-lights.rows.js";
import { AlertState } from "./monitor-alert.machine.js";
import { AlertKind, CLOCK_KINDS } from "./monitor-alert.status.js";

/** How ids of alerts from clocks begin, before the number of the case: a case has one such alert at most. */
export const ID_PREFIX: Readonly<Record<(typeof CLOCK_KINDS)[number], string>> = {
  TIME_LIMIT: "TIME-",
  STEP_OVERTIME: "STEP-",
};

/** Columns of the case `c` that an alert has. */
export const CASE_COLUMNS = "c.state as case_state, c.applied_on, c.subject, c.dept_uscc, c.division_code";

/** Columns of the recorded alert `a` that say how it was dealt with. */
export const HANDLING_COLUMNS =
  "a.finding, a.explanation, a.supervision, a.closed_on, a.id as recorded_id, coalesce(a.version, 1) as version, a.raised_light";

/** SQL of the kind and of the light of a clock's alert: a total that is late goes before a step, a step before a total that is nearly due. */
const RAISED_SQL = `case when total.light in ('BLACK', 'RED') then '${AlertKind.TIME_LIMIT}' when steps.overtime then '${AlertKind.STEP_OVERTIME}' when total.light is not null then '${AlertKind.TIME_LIMIT}' end as kind,
  case when total.light = 'BLACK' then 'BLACK' when steps.overtime then 'RED' else total.light end as light`;

/** Columns of an alert of a clock, whose kind and light are in \`raised\`. */
const COLUMNS = `case raised.kind ${CLOCK_KINDS.map((kind) => `when '${kind}' then '${ID_PREFIX[kind]}'`).join(" ")} end || c.case_no as id, c.case_no, raised.kind, coalesce(a.state, '${AlertState.RAISED}') as state,
  raised.light, null::date as recorded_on, ${HANDLING_COLUMNS}, ${CASE_COLUMNS}`;

/** Joins `raised` to cases `c`: kind and light, null where the clock says nothing. */
const joinRaised = (cases: Knex.QueryBuilder, calendar: ClockCalendar): Knex.QueryBuilder =>
  joinSteps(joinClock(cases, calendar), calendar.today)
    .joinRaw(`cross join lateral (select ${LIGHT_SQL} as light offset 0) as total`)
    .joinRaw(`cross join lateral (select ${RAISED_SQL} offset 0) as raised`);

const ofClock = (join: Knex.JoinClause): void => void join.on("a.case_no", "c.case_no").on("a.kind", "raised.kind");

/** Running cases. */
const runningCases = (db: Knex): Knex.QueryBuilder =>
  db("service_cases as c").whereNull("c.ended_on").whereNotNull("c.applied_on");

/** Completed cases that an alert is recorded of: few have one, and of no other the light is asked. */
const actedCases = (db: Knex): Knex.QueryBuilder =>
  db("service_cases as c")
    .whereNotNull("c.completed_on")
    .whereIn(
      "c.case_no",
      db("monitor_alerts")
        .select("case_no")
        .whereIn("kind", [...CLOCK_KINDS]),
    );

/** `offset 0`: which cases these are is found out before any of their clocks is computed. */
const asCases = (db: Knex, sets: readonly Knex.QueryBuilder[]): Knex.QueryBuilder =>
  db.from(db.raw(`(${sets.map(() => "(?)").join(" union all ")} offset 0) as c`, [...sets] as never));

/**
 * What a light of the day was computed by: calendar, limits of the law, and the statement itself. Lights of another edition are not
 * looked at, so that neither a new calendar nor a new release is answered with what an older one said.
 */
const editionOf = (db: Knex, calendar: ClockCalendar): string => {
  const limits = limitsEdition();
  if (last?.calendar === calendar && last.limits === limits) return last.edition;
  const { sql, bindings } = joinRaised(asCases(db, [runningCases(db), actedCases(db)]), calendar).toSQL();
  const edition = createHash("sha256")
    .update(JSON.stringify([sql, bindings]))
    .digest("base64url");
  last = { calendar, limits, edition };
  return edition;
};

/** The edition of the last request: most ask on the same day. */
let last: { readonly calendar: ClockCalendar; readonly limits: number; readonly edition: string } | undefined;

/** The clocks' alerts of running cases, and of completed ones those that were acted on: where the lights were kept for the day, and of all other cases. Both are narrowed by who asks. */
export const clockAlerts = (
  db: Knex,
  calendar: ClockCalendar,
  narrow: (query: Knex.QueryBuilder, table: "a" | "c" | "raised") => void,
): readonly [kept: Knex.QueryBuilder, computed: Knex.QueryBuilder] => {
  const edition = editionOf(db, calendar);
  const kept = db(`${CASE_LIGHTS.name} as raised`)
    .join("service_cases as c", "c.case_no", "raised.case_no")
    .where({ "raised.day": calendar.today, "raised.edition": edition })
    .whereNotNull("raised.light");
  narrow(kept, "raised");
  const acted = db("monitor_alerts as a")
    .join("service_cases as c", "c.case_no", "a.case_no")
    .whereIn("a.kind", [...CLOCK_KINDS])
    .whereNotNull("c.completed_on")
    .select("c.*", "a.kind as acted_kind");
  narrow(acted, "a");
  const running = runningCases(db).select("c.*", db.raw("null as acted_kind"));
  narrow(running, "c");
  const others = [running, acted].map((cases: Knex.QueryBuilder) =>
    cases.whereRaw(
      `not exists (select 1 from ${CASE_LIGHTS.name} k where k.case_no = c.case_no and k.day = ? and k.edition = ?)`,
      [calendar.today, edition],
    ),
  );
  const computed = joinRaised(asCases(db, others), calendar).whereRaw(
    "(c.acted_kind is null or c.acted_kind = raised.kind)",
  );
  kept.whereRaw("(c.ended_on is null or a.kind is not null)");
  for (const query of [kept, computed]) query.leftJoin("monitor_alerts as a", ofClock).select(db.raw(COLUMNS));
  return [kept, computed];
};

/**
 * Keeps the lights for the day, of all running cases and of completed ones that were acted on, in the caller's transaction. Who would change a case, its procedures or a version
 * waits until they are kept, and removes them then: a light that was computed before a change is never kept after it.
 */
export const refreshCaseLights = async (db: Knex, today: string): Promise<void> => {
  const calendar = clockCalendar(today);
  await db.raw("lock table service_cases, special_procedures, service_matter_versions in share mode");
  await db(CASE_LIGHTS.name).delete();
  const cases = [runningCases(db), actedCases(db)].map((query) => query.select("c.*"));
  const lights = joinRaised(asCases(db, cases), calendar).select(
    db.raw("c.case_no, c.division_code, c.dept_id, ?::date, ?::text, raised.kind, raised.light", [
      today,
      editionOf(db, calendar),
    ]),
  );
  await db.raw(`insert into ${CASE_LIGHTS.name} (case_no, division_code, dept_id, day, edition, kind, light) ?`, [
    lights,
  ]);
};
