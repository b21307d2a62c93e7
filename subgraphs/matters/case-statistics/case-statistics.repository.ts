/** SQL of case statistics: a table that a refresh recomputes from the cases, and that public queries read by key. */
import type { Knex } from "knex";
import { type CountedCell, hiddenCells } from "../../../platform/disclosure/suppression/index.js";
import { HANDLING_WORKDAYS_SQL, OVERDUE_SQL, clockCalendar, joinClock } from "../case-clock/case-clock.repository.js";
import { CASE_STATISTICS, type StatisticsRow, type StatisticsScope } from "./case-statistics.rows.js";

/** Figures of these keys in a year; absent where nothing was completed. */
export const findStatistics = (
  db: Knex,
  scope: StatisticsScope,
  year: number,
  keys: readonly string[],
): Promise<StatisticsRow[]> =>
  db("case_statistics")
    .select(CASE_STATISTICS.columns())
    .where({ scope, year })
    .whereIn("key", [...keys]);

/** Completed cases of a matter by the agency that completed them: the counts of which all others are sums. */
interface PartRow {
  readonly matter_id: string;
  readonly dept_id: string;
  readonly catalog_code: string | null;
  readonly year: number;
  readonly completed: number;
  readonly in_time: number;
}

/** First year of the published calendar. */
const FIRST_DAY = "2010-01-01";

const SCOPES: readonly StatisticsScope[] = ["MATTER", "AGENCY", "CATALOGUE"];

/**
 * Recomputes all figures from the facts, up to `today`, in the caller's transaction. Lateness is the engine's: suspended days and
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
  const { rows } = await db.raw<{ rows: PartRow[] }>(
    `with completed as materialized (?), written as (
       insert into case_statistics (scope, key, year, completed, overdue, median_workdays, suppressed)
       select case when grouping(matter_id) = 0 then 'MATTER' when grouping(dept_id) = 0 then 'AGENCY' else 'CATALOGUE' end, coalesce(matter_id, dept_id, catalog_code), year,
         count(*), count(*) filter (where late), percentile_cont(0.5) within group (order by workdays), false
       from completed group by grouping sets ((matter_id, year), (dept_id, year), (catalog_code, year))
       having coalesce(matter_id, dept_id, catalog_code) is not null)
     select matter_id, dept_id, catalog_code, year, count(*)::int as completed, count(*) filter (where late is not true)::int as in_time
     from completed group by 1, 2, 3, 4`,
    [completed] as never,
  );
  const hidden = [...hiddenCells(cellsOf(rows))].map((key) => key.split("|"));
  for (const scope of SCOPES) {
    const keys = hidden.filter(([first]) => first === scope);
    await db.raw(
      "update case_statistics s set suppressed = true from unnest(?::text[], ?::int[]) as hidden(key, year) where s.scope = ? and s.key = hidden.key and s.year = hidden.year",
      [keys.map((parts) => parts.slice(2).join("|")), keys.map((parts) => parts[1]), scope] as never,
    );
  }
};

/**
 * A matter is in its agency's figure and in its catalogue item's; where several agencies completed its cases, each one's share is a cell of
 * its own. All agencies and all items make the same sum, which is not shown and may be known. Cases in time may be thought of in
 * another cell; a late one would change a rate there.
 */
const cellsOf = (parts: readonly PartRow[]): CountedCell[] => {
  const agencies = new Map<string, number>();
  const matterOf = ({ year, matter_id }: PartRow): string => `MATTER|${year}|${matter_id}`;
  for (const part of parts) agencies.set(matterOf(part), (agencies.get(matterOf(part)) ?? 0) + 1);
  const cells = new Map<string, CountedCell>();
  for (const part of parts) {
    const { dept_id, catalog_code, year, completed, in_time } = part;
    const all = `ALL|${year}`;
    const agency = `AGENCY|${year}|${dept_id}`;
    const item = `CATALOGUE|${year}|${catalog_code ?? ""}`;
    const matter = matterOf(part);
    const shared = agencies.get(matter)! > 1;
    for (const [key, within] of [
      ...(shared ? [[`SHARE|${year}|${matter}|${dept_id}`, [agency, matter]] as const] : []),
      [matter, [shared ? undefined : agency, item]],
      [agency, [all]],
      [item, [undefined, all]],
      [all, []],
    ] as const) {
      const { count = 0, movable = 0 } = cells.get(key) ?? {};
      cells.set(key, { key, within, count: count + completed, movable: movable + in_time });
    }
  }
  return [...cells.values()];
};
