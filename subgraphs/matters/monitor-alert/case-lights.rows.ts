/** Columns of case_lights, once: lights of cases as they were computed for a day (clock-alerts.repository.ts). */
import { day, defineTable, text } from "../../../platform/database/index.js";
import type { CLOCK_KINDS } from "./monitor-alert.status.js";

/** Lights that are kept. */
export const CASE_LIGHTS = defineTable("case_lights", {
  caseNo: text("case_no"),
  divisionCode: text("division_code").unread("lists are narrowed by it"),
  deptId: text("dept_id").unread("lists are narrowed by it"),
  day: day("day").unread("a light is of the day that is asked for"),
  edition: text("edition").unread("a light is of the law and the statement in use"),
  kind: text("kind").of<(typeof CLOCK_KINDS)[number]>().nullable(),
  light: text("light").nullable(),
});
