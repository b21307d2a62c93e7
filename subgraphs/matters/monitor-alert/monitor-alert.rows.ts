/** Columns of monitor_alerts, once: row and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { Light } from "../../../platform/graphql/deadline-state.js";
import type { AlertState, SupervisionDocument } from "./monitor-alert.machine.js";
import type { AlertKind } from "./monitor-alert.status.js";

/** Alerts that were recorded, or acted on (电子监察预警). */
export const MONITOR_ALERTS = defineTable("monitor_alerts", {
  id: text("id"),
  caseNo: text("case_no"),
  kind: text("kind").of<AlertKind>(),
  state: text("state").of<AlertState>(),
  deptId: text("dept_id").unread("lists are narrowed by it"),
  divisionCode: text("division_code"),
  raisedOn: day("raised_on").unread("told of recorded alerts alone; others begin when their clock says"),
  finding: text("finding").nullable(),
  explanation: text("explanation").nullable(),
  supervision: text("supervision").of<SupervisionDocument>().nullable(),
  closedOn: day("closed_on").nullable(),
  // Light of which the agency was told, of alerts from clocks; null where that was not kept.
  raisedLight: text("raised_light").of<Light>().nullable().unread("compared with the light of the day"),
  version: integer("version").byDefault(),
});

/** A row of monitor_alerts. */
export type MonitorAlertRow = RowOf<typeof MONITOR_ALERTS>;
