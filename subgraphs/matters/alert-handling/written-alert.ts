/** How alerts are written: the agency of the case explains or corrects, supervisors of the division notify, verify and close, the justice bureau among them supervises enforcement. */
import { entitled, inDivision, ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  ALERT,
  type AlertEvent,
  type AlertGuardFacts,
  type AlertState,
} from "../monitor-alert/monitor-alert.machine.js";
import { findAgencyOf } from "../monitor-alert/monitor-alert.repository.js";

type AlertColumn = "dept_uscc" | "division_code";

/** Alerts, as writes know them; the agency is that of the case. */
export const WRITTEN_ALERT: Written<AlertState, AlertEvent, AlertGuardFacts, AlertColumn> = {
  kind: "MonitorAlert",
  table: "monitor_alerts",
  key: "id",
  machine: ALERT,
  whose: entitled({ agency: "dept_uscc", division: "division_code" }),
  // Which supervisor is of the justice bureau no claim says: whoever grants the role does.
  parts: {
    OFFICER: ofAgency("dept_uscc"),
    SUPERVISOR: inDivision("division_code"),
    JUSTICE: inDivision("division_code"),
  },
  read: findAgencyOf,
};
