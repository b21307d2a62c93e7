/** Columns of monitor_alerts, once: row and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";
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
});

/** A row of monitor_alerts. */
export type MonitorAlertRow = RowOf<typeof MONITOR_ALERTS>;
