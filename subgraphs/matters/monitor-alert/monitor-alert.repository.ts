/** SQL of alerts: those of running cases from their clocks, those of completed cases that were acted on, and those that were recorded. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { Light } from "../../../platform/graphql/deadline-state.js";
import type { ClockCalendar } from "../case-clock/case-clock.repository.js";
import { WHOSE_CASE } from "../service-case/service-case.policy.js";
import type { CaseState } from "../service-case/service-case.state.js";
import { CASE_COLUMNS, HANDLING_COLUMNS, ID_PREFIX, clockAlerts } from "./clock-alerts.repository.js";
import { AlertKind, CLOCK_KINDS, RECORDED_KINDS, classOf, type AlertLevel } from "./monitor-alert.status.js";
import { AlertState } from "./monitor-alert.machine.js";
import type { MonitorAlert } from "./monitor-alert.js";
import { MONITOR_ALERTS, type MonitorAlertRow } from "./monitor-alert.rows.js";

/** A row of the list of alerts: recorded or not, with what of its case is asked. */
export interface AlertRow extends MonitorAlertRow {
  readonly light: Light;
  readonly recorded_on: string | null;
  readonly recorded_id: string | null;
  readonly case_state: CaseState;
  readonly applied_on: string | null;
  readonly subject: string;
  readonly dept_uscc: string;
}

const shown = MONITOR_ALERTS.to<MonitorAlert>()();

/** Which alerts. */
export interface AlertFilter {
  readonly level?: AlertLevel;
  readonly light?: Light;
  readonly state?: readonly AlertState[];
}

/** Domain object of a row. */
export const toAlert = (row: AlertRow): MonitorAlert =>
  shown(row, {
    ...classOf(row.kind, row.light),
    light: row.light,
    recordedOn: row.recorded_on ?? undefined,
    recordedId: row.recorded_id ?? undefined,
    caseState: row.case_state,
    subject: row.subject,
    deptUscc: row.dept_uscc,
  });

/** Recorded alerts `a`, cases `c`, kept lights `raised`. */
type NarrowedTable = "a" | "c" | "raised";

/** Where the alerts of a list are looked for; cases, recorded alerts and kept lights all have division, agency and number, each with an index. */
export interface AlertNarrowing {
  /** Narrows alerts from clocks, in the table that the source begins with. */
  readonly time: (query: Knex.QueryBuilder, table: NarrowedTable) => void;
  /** Narrows recorded alerts `a`. */
  readonly recorded: (query: Knex.QueryBuilder) => void;
}

const narrowed = (narrow: (query: Knex.QueryBuilder, table: NarrowedTable) => Knex.QueryBuilder): AlertNarrowing => ({
  time: narrow,
  recorded: (query) => narrow(query, "a"),
});

/** Alerts of the divisions whose codes begin with the prefix; ":" is the character after "9". */
export const inDivision = (prefix: Knex.Raw): AlertNarrowing =>
  narrowed((query, table) =>
    query.whereRaw("?? >= ? and ?? < ? || ':'", [`${table}.division_code`, prefix, `${table}.division_code`, prefix]),
  );

/** Alerts of an agency. */
export const ofDept = (deptId: Knex.Raw): AlertNarrowing =>
  narrowed((query, table) => query.where(`${table}.dept_id`, deptId));

/** Alerts of a case. */
export const ofCase = (caseNo: Knex.Raw): AlertNarrowing =>
  narrowed((query, table) => query.where(`${table}.case_no`, caseNo));

const RECORDED_LIGHT_SQL = `case ${Object.entries(RECORDED_KINDS)
  .map(([kind, { light }]) => `when a.kind = '${kind}' then '${light}'`)
  .join(" ")} end`;

/** All alerts of the sources, as the viewer may know of them; without a viewer, for counts, all. */
const sources = (db: Knex, calendar: ClockCalendar, narrow: AlertNarrowing, viewer?: Viewer): Knex.QueryBuilder => {
  const [kept, computed] = clockAlerts(db, calendar, narrow.time);
  const recorded = db("monitor_alerts as a")
    .join("service_cases as c", "c.case_no", "a.case_no")
    .whereNotIn("a.kind", [...CLOCK_KINDS])
    .select(
      db.raw(
        `a.id, a.case_no, a.kind, a.state, ${RECORDED_LIGHT_SQL} as light, a.raised_on as recorded_on, ${HANDLING_COLUMNS}, ${CASE_COLUMNS}`,
      ),
    );
  narrow.recorded(recorded);
  if (viewer) for (const query of [kept, computed, recorded]) readableRows(query, WHOSE_CASE, { viewer, table: "c" });
  return db
    .select("*")
    .from(kept.unionAll([computed, recorded]).as("alerts"))
    .whereNotNull("light");
};

/** Alerts that the viewer may know of and that fit; the caller adds order and page. */
export const alertsQuery = (
  db: Knex,
  viewer: Viewer,
  { calendar, filter, narrow }: { calendar: ClockCalendar; filter: AlertFilter; narrow: AlertNarrowing },
): Knex.QueryBuilder => {
  const query = sources(db, calendar, narrow, viewer);
  if (filter.light) query.where("light", filter.light);
  if (filter.state) query.whereIn("state", [...filter.state]);
  if (filter.level) {
    const kinds = Object.values(AlertKind).flatMap((kind) =>
      Object.values(Light).flatMap((light) => (classOf(kind, light).level === filter.level ? [[kind, light]] : [])),
    );
    query.whereIn(["kind", "light"], kinds);
  }
  return query;
};

/** Alerts with these ids, in no order; access is decided by the service. */
export const findAlerts = async (db: Knex, calendar: ClockCalendar, ids: readonly string[]): Promise<AlertRow[]> => {
  const numbers = ids.flatMap((id) =>
    Object.values(ID_PREFIX).flatMap((prefix) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : [])),
  );
  return (await sources(db, calendar, {
    time: (query, table) => query.whereIn(`${table}.case_no`, numbers),
    recorded: (query) => query.whereIn("a.id", [...ids]),
  })) as AlertRow[];
};

/** The agency of the case of a recorded alert. */
export const findAgencyOf = async (db: Knex, id: string): Promise<{ readonly dept_uscc: string } | undefined> =>
  (await db("monitor_alerts as a")
    .join("service_cases as c", "c.case_no", "a.case_no")
    .first("c.dept_uscc")
    .where("a.id", id)) as { readonly dept_uscc: string } | undefined;

/** Recorded alerts with the agency of their case. */
export const alertsWithAgency = (db: Knex): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db("monitor_alerts as a")
        .join("service_cases as c", "c.case_no", "a.case_no")
        .select("a.id", "a.state", "a.division_code", "c.dept_uscc")
        .as("alerts"),
    );

/** An alert as a clock shows it. */
export type ClockAlert = Pick<MonitorAlert, "id" | "caseNo" | "kind" | "divisionCode" | "light">;

/** Alerts of clocks with one of these lights of which their agency was not told yet, or of a better light. */
export const listClockAlerts = async (
  db: Knex,
  calendar: ClockCalendar,
  lights: readonly Light[],
): Promise<ClockAlert[]> => {
  const [kept, computed] = clockAlerts(db, calendar, () => undefined);
  return (await db
    .select("id", "case_no as caseNo", "kind", "division_code as divisionCode", "light")
    .from(kept.unionAll([computed]).as("alerts"))
    .whereIn("light", [...lights])
    .whereRaw("(recorded_id is null or state = ? or raised_light <> light)", [AlertState.RAISED])
    .orderBy("id")) as ClockAlert[];
};

/** How many alerts of each parent are open, by light, in one statement. */
export const countOpenAlerts = async (
  db: Knex,
  calendar: ClockCalendar,
  parents: readonly string[],
  narrow: (parent: Knex.Raw) => AlertNarrowing,
): Promise<{ parent: string; light: Light; count: number }[]> => {
  const alerts = sources(db, calendar, narrow(db.raw("parents.parent")));
  const { rows } = (await db.raw(
    `select parents.parent, counted.light, count(*)::int as count from unnest(?::text[]) as parents(parent) cross join lateral (?) as counted
     where counted.state <> ? group by parents.parent, counted.light`,
    [[...parents], alerts, AlertState.CLOSED],
  )) as { rows: { parent: string; light: Light; count: number }[] };
  return rows;
};
