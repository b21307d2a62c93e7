/** Handles alerts: each verb is one step of their machine, in one transaction. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  allowedActions,
  checkStated,
  createHistories,
  lockRecord,
  runWrite,
  takeStep,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { MattersServices } from "../context.js";
import type { MonitorAlert } from "../monitor-alert/monitor-alert.js";
import type { AlertEvent } from "../monitor-alert/monitor-alert.machine.js";
import { MONITOR_ALERTS } from "../monitor-alert/monitor-alert.rows.js";
import { AlertAction } from "./alert-action.js";
import type { AlertStepInput } from "./alert-handling.input.js";
import { WRITTEN_ALERT } from "./written-alert.js";
import { recordClockAlert } from "./alert-handling.repository.js";
import type { AlertPayload } from "./alert-handling.type.js";

/** A step of an alert. */
export interface AlertAsked {
  readonly event: AlertEvent;
  /** What the agency says; a text without words is bad input. */
  readonly explanation?: string;
  readonly set?: Partial<NewOf<typeof MONITOR_ALERTS>>;
}

/** Writes of alerts. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface AlertHandlingService {
  step(verb: string, input: AlertStepInput, asked: AlertAsked): Promise<AlertPayload>;
  allowedActions(alert: MonitorAlert): AlertAction[];
  history(alert: MonitorAlert): Promise<RecordedTransition[]>;
}

/** Creates the service for one request. */
export const createAlertHandling = (
  dependencies: ServiceDependencies,
  services: MattersServices,
): AlertHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_ALERT);
  return {
    async step(verb, input, { event, explanation, set = {} }) {
      if (explanation !== undefined) checkStated("explanation", explanation);
      const alert = await services.alerts.find(input.alertId);
      const told = explanation === undefined ? {} : { explanation };
      await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          if (!alert) throw new ServiceError("NOT_FOUND");
          // Whoever is told is told of the light of the day.
          const light = event === "NOTIFY" ? { raisedLight: alert.light } : {};
          const key = alert.recordedId ?? (await recordClockAlert(trx, alert, { today, asOf }));
          const row = await lockRecord(trx, WRITTEN_ALERT, dependencies, { key, ...input });
          return takeStep(trx, WRITTEN_ALERT, dependencies, {
            ...{ row, event, facts: told, reason: explanation, inputHash },
            set: toSet(MONITOR_ALERTS, { ...set, ...told, ...light }),
          });
        },
      });
      const left = await services.alerts.findAnew(input.alertId);
      return left === undefined ? {} : { alert: left };
    },
    allowedActions({ state, deptUscc, divisionCode }) {
      const row = { dept_uscc: deptUscc, division_code: divisionCode };
      return allowedActions(AlertAction, WRITTEN_ALERT, { viewer }, { row, state, facts: { explanation: "-" } });
    },
    history: async ({ recordedId }) => (recordedId === undefined ? [] : histories.load(recordedId)),
  };
};
