/** SQL of alerts that somebody, or the clock, begins to handle: what a clock says is recorded when it is first told. */
import type { Knex } from "knex";
import { toRow } from "../../../platform/database/index.js";
import { basisOfProcedure } from "../../../platform/domain/index.js";
import type { Light } from "../../../platform/graphql/deadline-state.js";
import { openInTime, type WriteTransaction } from "../../../platform/write/index.js";
import { AlertState } from "../monitor-alert/monitor-alert.machine.js";
import type { ClockAlert } from "../monitor-alert/monitor-alert.repository.js";
import { MONITOR_ALERTS } from "../monitor-alert/monitor-alert.rows.js";
import { SERVICE_CASES } from "../service-case/service-case.rows.js";
import { WRITTEN_ALERT } from "./written-alert.js";

/** Day and time at which it is recorded. */
export interface RecordingTime {
  readonly today: string;
  readonly asOf: Date;
}

/**
 * Key under which the alert of a clock is recorded; it is recorded as raised where it was not. Two who begin at once wait for each
 * other at the case, and the second finds what the first recorded.
 */
export const recordClockAlert = async (
  trx: WriteTransaction,
  { id, caseNo, kind, divisionCode, light }: ClockAlert,
  { today, asOf }: RecordingTime,
): Promise<string> => {
  const { dept_id: deptId } = (await trx(SERVICE_CASES.name).first("dept_id").where("case_no", caseNo).forUpdate()) as {
    readonly dept_id: string;
  };
  const found = (await trx(MONITOR_ALERTS.name).first("id").where({ case_no: caseNo, kind })) as
    { readonly id: string } | undefined;
  if (found) return found.id;
  await trx(MONITOR_ALERTS.name).insert(
    toRow(MONITOR_ALERTS, {
      ...{ id, caseNo, kind, divisionCode, deptId, state: AlertState.RAISED, raisedOn: today, raisedLight: light },
      ...{ finding: undefined, explanation: undefined, supervision: undefined, closedOn: undefined },
    }),
  );
  await openInTime(trx, WRITTEN_ALERT, { key: id, basis: basisOfProcedure("E-MONITORING")(), asOf });
  return id;
};

/** The recorded alert, locked, with the light of which its agency was told. */
export interface RaisedRow extends Readonly<Record<string, unknown>> {
  readonly state: AlertState;
  readonly version: number;
  readonly raised_light: Light | null;
}

/** Locks a recorded alert. */
export const lockAlert = async (trx: Knex.Transaction, id: string): Promise<RaisedRow> =>
  (await trx(MONITOR_ALERTS.name).first("*").where("id", id).forUpdate()) as RaisedRow;
