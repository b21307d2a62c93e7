/** The job of e-monitoring (电子监察): what the clocks show is recorded and told to the agency, and told again where a light got worse. */
import { inTransaction } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { Light } from "../../../platform/graphql/deadline-state.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { StepsInTime } from "../../../platform/subgraph/loading.js";
import { takeTimeStep } from "../../../platform/write/index.js";
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

/** So many failures behind each other are no record's own fault. */
const MOST_FAILURES = 20;

/**
 * Tells agencies of what their clocks show on the day, each light once. Each alert is a transaction of its own: one that fails keeps no
 * other from being told, whatever ends the job, the next one goes on, and one that runs twice tells once. Throws what the last of 20
 * failures behind each other threw.
 */
export const raiseAlerts = async (db: Database, asOf: Date): Promise<StepsInTime> => {
  const alerts = await listClockAlerts(db, clockCalendar(localDateOf(asOf)), TOLD);
  const failures: unknown[] = [];
  let taken = 0;
  let inARow = 0;
  for (const alert of alerts)
    try {
      if (await raise(db, alert, asOf)) taken += 1;
      inARow = 0;
    } catch (error) {
      failures.push(error);
      inARow += 1;
      if (inARow === MOST_FAILURES) throw error;
    }
  return { taken, failures };
};
