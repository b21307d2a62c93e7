/** How alerts are written: the agency of the case explains or corrects, supervisors of the division notify, verify and close, the justice bureau among them supervises enforcement. Pure. */
import { entitled, inDivision, ofAgency } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  ALERT,
  type AlertEvent,
  type AlertGuardFacts,
  type AlertState,
} from "../monitor-alert/monitor-alert.machine.js";

type WrittenAlert = Written<AlertState, AlertEvent, AlertGuardFacts, "dept_uscc" | "division_code">;

/** Alerts, as writes know them; `dept_uscc` is that of the case, which written-alert.ts reads. */
export const ALERT_PARTS: WrittenAlert = {
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
};
