/** Alerts as writes know them: the agency, which no column of theirs says, is read from the case. */
import { findAgencyOf } from "../monitor-alert/monitor-alert.repository.js";
import { ALERT_PARTS } from "./alert-handling.policy.js";

/** Alerts, with what is read of their case once they are locked. */
export const WRITTEN_ALERT = { ...ALERT_PARTS, read: findAgencyOf };
