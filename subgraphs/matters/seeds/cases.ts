/** Fills cases and what hangs on them from the demonstration world, and computes their figures. */
import type { Knex } from "knex";
import { copyRows } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { refreshMatterFigures } from "../case-statistics/figures.repository.js";
import { ALERT_COLUMNS, alertRows } from "./alert-rows.js";
import { CASE_COLUMNS, caseRow, draftRows, procedureRows, seededCases } from "./case-rows.js";
import { LICENCE_COLUMNS, licenceRows } from "./licence-rows.js";
import { RATING_COLUMNS, ratingRows } from "./rating-rows.js";
import type { SeededVersion } from "./versions.js";

const PROCEDURE_COLUMNS = [
  "project_no",
  "number",
  "kind",
  "name",
  "reason",
  "from_on",
  "to_on",
  "result",
  "extension_days",
  "approver",
] as const;

/** Tables that `seedCases` fills; they are emptied before. */
export const CASE_TABLES =
  "service_cases, special_procedures, monitor_alerts, service_ratings, electronic_licences, case_statistics, rating_statistics";

/** Writes all cases by COPY. `versions` are those of every matter, by its id. */
export const seedCases = async (
  db: Knex,
  world: DemonstrationWorld,
  versions: ReadonlyMap<string, readonly SeededVersion[]>,
): Promise<void> => {
  const { today } = world;
  const cases = seededCases(world, versions);
  const random = world.random("matters.case-content");
  await copyRows(db, "service_cases", CASE_COLUMNS, [
    ...cases.map((seeded, index) => caseRow(seeded, index, today, random)),
    ...draftRows(cases, today),
  ]);
  await copyRows(db, "special_procedures", PROCEDURE_COLUMNS, cases.flatMap(procedureRows));
  await copyRows(db, "monitor_alerts", ALERT_COLUMNS, alertRows(cases, today, world.random("matters.alerts")));
  await copyRows(db, "service_ratings", RATING_COLUMNS, ratingRows(cases, today, world.random("matters.ratings")));
  await copyRows(db, "electronic_licences", LICENCE_COLUMNS, licenceRows(cases, world.random("matters.licences")));
  // The columns by which the next statement is planned.
  await db.raw("analyze service_cases (project_no, matter_id, dept_id, accepted_on, completed_on), special_procedures");
  await refreshMatterFigures(db, today);
};
