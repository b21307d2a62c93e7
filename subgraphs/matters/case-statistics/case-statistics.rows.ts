/** Columns of case_statistics, once: row and select list come from here. */
import { decimalOf, defineTable, integer, text, truth, type RowOf } from "../../../platform/database/index.js";

/** What figures are about. */
export type StatisticsScope = "MATTER" | "AGENCY" | "CATALOGUE";

/** Figures of completed cases, as the last refresh found them. */
export const CASE_STATISTICS = defineTable("case_statistics", {
  scope: text("scope").of<StatisticsScope>(),
  key: text("key"),
  year: integer("year"),
  completed: integer("completed"),
  overdue: integer("overdue"),
  medianWorkdays: decimalOf(8, 1)("median_workdays"),
  suppressed: truth("suppressed"),
});

/** A row of case_statistics. */
export type StatisticsRow = RowOf<typeof CASE_STATISTICS>;
