/** Who is told of the steps of an alert: its agency of what it has to explain or correct, supervisors of what they have to verify and close. */
import { noLimit, type ToldRecord } from "../../../platform/notices/index.js";
import type { MattersServices } from "../context.js";
import { alertsWithAgency } from "../monitor-alert/monitor-alert.repository.js";
import { ALERT_PARTS } from "./alert-handling.policy.js";

const { OFFICER, SUPERVISOR, JUSTICE } = ALERT_PARTS.parts;

/** Each is an office; the law sets no limit to what the alert asks of it. */
export const TOLD_ALERT: ToldRecord<MattersServices> = {
  written: ALERT_PARTS,
  rows: alertsWithAgency,
  addressees: [
    { part: "OFFICER", whose: OFFICER!, isOffice: true, duties: { NOTIFIED: noLimit } },
    {
      part: "SUPERVISOR",
      whose: SUPERVISOR!,
      isOffice: true,
      duties: { EXPLAINED: noLimit, CORRECTED: noLimit, VERIFIED: noLimit },
    },
    { part: "JUSTICE", whose: JUSTICE!, isOffice: true, duties: { ESCALATED: noLimit } },
  ],
};
