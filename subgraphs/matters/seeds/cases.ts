/** Fills cases and what hangs on them from the demonstration world, and computes their figures. */
import type { Knex } from "knex";
import { copyRecords } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { refreshMatterFigures } from "../case-statistics/figures.repository.js";
import { ELECTRONIC_LICENCES } from "../electronic-licence/electronic-licence.rows.js";
import { refreshCaseLights } from "../monitor-alert/clock-alerts.repository.js";
import { MONITOR_ALERTS } from "../monitor-alert/monitor-alert.rows.js";
import { SERVICE_CASES, SPECIAL_PROCEDURES } from "../service-case/service-case.rows.js";
import { SERVICE_RATINGS } from "../service-rating/service-rating.rows.js";
import { alertRecords } from "./alert-rows.js";
import { caseRecord, draftRecords, procedureRecords, seededCases } from "./case-rows.js";
import { licenceRecords } from "./licence-rows.js";
import { ratingRecords } from "./rating-rows.js";
import type { SeededVersion } from "./versions.js";

/** Tables that `seedCases` fills; they are emptied before. */
export const CASE_TABLES =
  "service_cases, special_procedures, monitor_alerts, service_ratings, electronic_licences, case_statistics, rating_statistics, case_lights";

/** Writes all cases by COPY. `versions` are those of every matter, by its id. */
export const seedCases = async (
  db: Knex,
  world: DemonstrationWorld,
  versions: ReadonlyMap<string, readonly SeededVersion[]>,
): Promise<void> => {
  const { today } = world;
  const cases = seededCases(world, versions);
  const random = world.random("matters.case-content");
  await copyRecords(db, SERVICE_CASES, [
    ...cases.map((seeded, index) => caseRecord(seeded, index, today, random)),
    ...draftRecords(cases, today),
  ]);
  await copyRecords(db, SPECIAL_PROCEDURES, cases.flatMap(procedureRecords));
  await copyRecords(db, MONITOR_ALERTS, alertRecords(cases, today, world.random("matters.alerts")));
  await copyRecords(db, SERVICE_RATINGS, ratingRecords(cases, today, world.random("matters.ratings")));
  await copyRecords(db, ELECTRONIC_LICENCES, licenceRecords(cases, world.random("matters.licences")));
  // The columns by which the next statement is planned.
  await db.raw("analyze service_cases (case_no, matter_id, dept_id, accepted_on, completed_on), special_procedures");
  await refreshMatterFigures(db, today);
  await refreshCaseLights(db, today);
};
