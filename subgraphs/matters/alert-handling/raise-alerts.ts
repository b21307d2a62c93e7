/** The job of e-monitoring (电子监察): what the clocks show is recorded and told to the agency, and told again where a light got worse. */
import { inTransaction } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { Light } from "../../../platform/graphql/deadline-state.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { takeEach, takeTimeStep, type StepsInTime } from "../../../platform/write/index.js";
import { clockCalendar } from "../case-clock/case-clock.repository.js";
import { AlertState, type AlertEvent } from "../monitor-alert/monitor-alert.machine.js";
import { listClockAlerts, type ClockAlert } from "../monitor-alert/monitor-alert.repository.js";
import { WRITTEN_ALERT } from "./written-alert.js";
import { lockAlert, recordClockAlert, type RaisedRow } from "./alert-handling.repository.js";

type Database = ServiceDependencies["db"];

/** Lights of which an agency is told, from bad to worst; of a provisional one nobody is late yet. */
const TOLD = [Light.YELLOW, Light.RED, Light.BLACK] as const;

const rank = (light: Light): number => (TOLD as readonly Light[]).indexOf(light);

/** What the clock does to the alert: nothing where its agency knows of this light. */
export const eventOf = (
  { state, raised_light: told }: Pick<RaisedRow, "state" | "raised_light">,
  light: Light,
): AlertEvent | undefined => {
  if (state === AlertState.RAISED) return "NOTIFY";
  return told !== null && rank(light) > rank(told) ? "WORSEN" : undefined;
};

/** True where the alert was told, or told again. */
const raise = (db: Database, alert: ClockAlert, asOf: Date): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const key = await recordClockAlert(trx, alert, { today: localDateOf(asOf), asOf });
    const row = await lockAlert(trx, key);
    const event = eventOf(row, alert.light);
    if (event === undefined) return false;
    const set = { raised_light: alert.light, closed_on: null };
    const taken = await takeTimeStep(trx, WRITTEN_ALERT, { row, event, facts: { worse: true }, set, asOf });
    return taken !== undefined;
  });

/** Tells agencies of what their clocks show on the day, each light once, each in a transaction of its own: whatever ends the job, the next one goes on. */
export const raiseAlerts = async (db: Database, asOf: Date): Promise<StepsInTime> =>
  takeEach(db, await listClockAlerts(db, clockCalendar(localDateOf(asOf)), TOLD), (alert) => raise(db, alert, asOf));
