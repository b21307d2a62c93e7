/** SQL of case statistics: a table that a refresh makes anew from the cases, and that public queries read by key. */
import type { Knex } from "knex";
import { HANDLING_WORKDAYS_SQL, OVERDUE_SQL, clockCalendar, joinClock } from "../case-clock/case-clock.repository.js";
import { suppressedCells, type Cell } from "./suppression.js";

/** What figures are about. */
export type StatisticsScope = "MATTER" | "AGENCY" | "CATALOGUE";

/** A row of case_statistics. */
export interface StatisticsRow {
  key: string;
  year: number;
  completed: number;
  overdue: number;
  median_workdays: string;
  suppressed: boolean;
}

/** Figures of these keys in a year; absent where nothing was completed. */
export const findStatistics = (
  db: Knex,
  scope: StatisticsScope,
  year: number,
  keys: readonly string[],
): Promise<StatisticsRow[]> =>
  db("case_statistics")
    .select("key", "year", "completed", "overdue", "median_workdays", "suppressed")
    .where({ scope, year })
    .whereIn("key", [...keys]);

interface ComputedRow {
  readonly scope: StatisticsScope;
  readonly key: string;
  readonly year: number;
  readonly dept_id: string | null;
  readonly catalog_code: string | null;
  readonly completed: number;
}

/** First year of the published calendar. */
const FIRST_DAY = "2010-01-01";

/**
 * Makes all figures anew from the facts, up to `today`, in the caller's transaction. Lateness is the engine's: suspended days and
 * extensions are taken from each case. Which figures are hidden is decided over all of them together.
 */
export const refreshCaseStatistics = async (db: Knex, today: string): Promise<void> => {
  await db("case_statistics").delete();
  const completed = joinClock(
    db("service_cases as c")
      .join("service_matters as m", "m.id", "c.matter_id")
      .whereBetween("c.completed_on", [FIRST_DAY, today])
      .whereNotNull("c.accepted_on")
      .select(
        db.raw(
          `c.matter_id, c.dept_id, m.catalog_code, extract(year from c.completed_on)::int as year, ${OVERDUE_SQL} as late, ${HANDLING_WORKDAYS_SQL} as workdays`,
        ),
      ),
    clockCalendar(today, FIRST_DAY),
  );
  await db.raw(
    `insert into case_statistics (scope, key, year, completed, overdue, median_workdays, suppressed)
     select case when grouping(matter_id) = 0 then 'MATTER' when grouping(dept_id) = 0 then 'AGENCY' else 'CATALOGUE' end, coalesce(matter_id, dept_id, catalog_code), year,
       count(*), count(*) filter (where late), percentile_cont(0.5) within group (order by workdays), false
     from (?) as completed group by grouping sets ((matter_id, year), (dept_id, year), (catalog_code, year))
     having coalesce(matter_id, dept_id, catalog_code) is not null`,
    [completed],
  );
  const rows = (await db("case_statistics as s")
    .leftJoin("service_matters as m", (join) => join.on("m.id", "s.key").onVal("s.scope", "MATTER"))
    .select("s.scope", "s.key", "s.year", "s.completed", "m.dept_id", "m.catalog_code")) as ComputedRow[];
  const hidden = [...suppressedCells(rows.map(toCell))].map((key) => key.split("|"));
  for (const scope of ["MATTER", "AGENCY", "CATALOGUE"] as const) {
    const keys = hidden.filter(([first]) => first === scope);
    await db.raw(
      "update case_statistics s set suppressed = true from unnest(?::text[], ?::int[]) as hidden(key, year) where s.scope = ? and s.key = hidden.key and s.year = hidden.year",
      [keys.map((parts) => parts.slice(2).join("|")), keys.map((parts) => parts[1]), scope] as never,
    );
  }
};

/** A matter's figure is part of its agency's and of its catalogue item's; all agencies, and all items, make the same sum. */
const toCell = ({ scope, key, year, completed, dept_id, catalog_code }: ComputedRow): Cell => ({
  key: `${scope}|${year}|${key}`,
  count: completed,
  totals:
    scope === "MATTER"
      ? [`agency ${dept_id} ${year}`, ...(catalog_code === null ? [] : [`item ${catalog_code} ${year}`])]
      : [`all ${scope} ${year}`],
});
