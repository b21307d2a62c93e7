/** An alert as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Light } from "../../../platform/graphql/deadline-state.js";
import type { CaseState } from "../service-case/service-case.state.js";
import type { AlertState, SupervisionDocument } from "./monitor-alert.machine.js";
import type { AlertKind, AlertLevel, AnomalyType } from "./monitor-alert.status.js";

/** What electronic monitoring found about a case. */
export interface MonitorAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  readonly anomaly: AnomalyType;
  /** On the day of the request. */
  readonly light: Light;
  readonly state: AlertState;
  readonly finding?: string;
  /** What the agency explained. */
  readonly explanation?: string;
  /** What the justice bureau issued. */
  readonly supervision?: SupervisionDocument;
  readonly closedOn?: LocalDate;
  /** Key under which it is recorded; absent of an alert of a clock that nobody handled yet. */
  readonly recordedId?: string;
  /** Counted up by every step; 1 before the first one. */
  readonly version: number;
  readonly caseNo: string;
  /** Absent for an alert of a clock, which begins when the clock says. */
  readonly recordedOn?: LocalDate;
  readonly caseState: CaseState;
  readonly subject: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}

/** How many alerts are open, by light. */
export interface AlertCounts {
  readonly yellow: number;
  readonly red: number;
  readonly black: number;
  /** Running cases whose promised day lies in a year without a published calendar. */
  readonly provisional: number;
}
