/** Parts of rules that the demonstration data of several services obeys: days on which offices work, numbers that grow. */
import { WORK_CALENDAR } from "../platform/domain/index.js";
import { eachRow, type DataRule } from "../platform/subgraph/index.js";
import type { DemonstrationWorld } from "./demonstration.js";

/** Every day of the SQL's rows (`what`, `day`) is one on which offices work. */
export const onWorkingDays = (name: string, rows: string): DataRule<DemonstrationWorld> =>
  eachRow<{ readonly what: string; readonly day: string }, DemonstrationWorld>({
    name,
    holds: "What an office does, it does on a working day.",
    reason: "Nobody decides, accepts or pays on a holiday.",
    source: "国务院办公厅关于部分节假日安排的通知, 全国年节及纪念日放假办法",
    rows: `select what, day from (${rows}) days where day is not null`,
    breach:
      () =>
      ({ what, day }) =>
        WORK_CALENDAR.isWorkday(day) === false ? `${what} on ${day}` : undefined,
  });

/**
 * SQL of a series of numbers: of `from` (`office`, `no`, `day`), each number with the day of the one before it in its series.
 * Document numbers end in 号, those of a treasury in six digits. No question mark stands in it: it would be taken for a parameter.
 */
const inSeries = (from: string): string => `with numbered as (
    select office, no, day, case when right(no, 1) = '号' then substring(no from '^(.*〕)') else left(no, -6) end as series,
      case when right(no, 1) = '号' then substring(no from '([0-9]+)号$') else right(no, 6) end::int as number from (${from}) documents)
  select no, day::text, (lag(day) over each_series)::text as before, (lag(office) over each_series) <> office as foreign
    from numbered window each_series as (partition by series order by number, day)`;

/** Numbers of the SQL's rows (`office`, `no`, `day`) belong to one body each and grow with the days. */
export const numbersGrow = (name: string, from: string): DataRule<DemonstrationWorld> =>
  eachRow<
    { readonly no: string; readonly day: string; readonly before: string | null; readonly foreign: boolean | null },
    DemonstrationWorld
  >({
    name,
    holds: "Numbers of a body's documents grow with the days of a year, and no two bodies share a series.",
    reason: "A register is written line by line: number 12 is not older than number 11.",
    source: "党政机关公文处理工作条例 第九条第五项",
    rows: inSeries(from),
    breach:
      () =>
      ({ no, day, before, foreign }) =>
        foreign === true
          ? `${no} is of a series of another body`
          : before !== null && before > day
            ? `${no} is of ${day}, the one before it of ${before}`
            : undefined,
  });
