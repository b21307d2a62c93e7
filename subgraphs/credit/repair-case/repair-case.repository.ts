/** SQL of repair cases. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { subjectOf, type OwnedRow } from "../counterparty/counterparty.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import type { CreditRecordKind } from "../record/record.type.js";
import type { RepairState } from "./repair-case.machine.js";
import { repairDeadline } from "./repair-case.status.js";
import { WHOSE_REPAIR_CASE } from "./repair-case.policy.js";
import type { Evidence, RepairCase } from "./repair-case.type.js";

/** A row of repair_cases. */
export interface RepairCaseRow extends OwnedRow {
  /** True where a law seals the record that it is about. */
  sealed: boolean;
  no: string;
  record_kind: CreditRecordKind;
  record_id: string;
  counterparty_id: string | null;
  authority_id: string;
  state: RepairState;
  applied_on: string;
  accepted_on: string | null;
  decided_on: string | null;
  feedback_on: string | null;
  extended: boolean;
  evidence: Evidence[];
  decision: string | null;
}

/** Domain object of a row on the day. */
export const toRepairCase = (row: RepairCaseRow, today: string): RepairCase => {
  const dates = {
    appliedOn: row.applied_on,
    acceptedOn: row.accepted_on ?? undefined,
    decidedOn: row.decided_on ?? undefined,
    feedbackOn: row.feedback_on ?? undefined,
  };
  return {
    no: row.no,
    state: row.state,
    ...dates,
    extended: row.extended,
    get deadline() {
      return repairDeadline({ ...dates, state: row.state, extended: row.extended }, today);
    },
    evidence: row.evidence,
    decision: row.decision ?? undefined,
    recordKind: row.record_kind,
    recordId: row.record_id,
    subject: subjectOf(row),
    counterpartyId: row.counterparty_id ?? undefined,
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    divisionCode: row.division_code,
  };
};

/** Cases with these numbers, in no order; access is decided by the service. */
export const findRepairCases = async (db: Knex, numbers: readonly string[]): Promise<RepairCaseRow[]> =>
  (await proceedingsOf(db, "repair_cases").whereIn("no", [...numbers])) as RepairCaseRow[];

/** Cases that the viewer may know of. */
export const repairCasesQuery = (db: Knex, viewer: Viewer, state: RepairState | undefined): Knex.QueryBuilder => {
  const query = readableRows(proceedingsOf(db, "repair_cases"), WHOSE_REPAIR_CASE, { viewer });
  if (state) query.where("state", state);
  return query;
};
