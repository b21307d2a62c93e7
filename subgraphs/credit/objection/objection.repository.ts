/** SQL of objections. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { subjectOf, type OwnedRow } from "../counterparty/counterparty.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import type { CreditRecordKind } from "../record/record.type.js";
import type { ObjectionOutcome } from "./objection.enums.js";
import type { ObjectionState } from "./objection.machine.js";
import { objectionDeadline } from "./objection.status.js";
import { WHOSE_OBJECTION } from "./objection.policy.js";
import type { Objection } from "./objection.type.js";

/** A row of objections. */
export interface ObjectionRow extends OwnedRow {
  /** True where a law seals the record that it is about. */
  sealed: boolean;
  no: string;
  record_kind: CreditRecordKind;
  record_id: string;
  counterparty_id: string | null;
  authority_id: string;
  state: ObjectionState;
  statement: string;
  filed_on: string;
  accepted_on: string | null;
  decided_on: string | null;
  outcome: ObjectionOutcome | null;
}

/** Domain object of a row on the day. */
export const toObjection = (row: ObjectionRow, today: string): Objection => {
  const dates = {
    filedOn: row.filed_on,
    acceptedOn: row.accepted_on ?? undefined,
    decidedOn: row.decided_on ?? undefined,
  };
  return {
    no: row.no,
    state: row.state,
    statement: row.statement,
    ...dates,
    outcome: row.outcome ?? undefined,
    get deadline() {
      return objectionDeadline({ ...dates, state: row.state }, today);
    },
    recordKind: row.record_kind,
    recordId: row.record_id,
    subject: subjectOf(row),
    counterpartyId: row.counterparty_id ?? undefined,
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    divisionCode: row.division_code,
  };
};

/** Objections with these numbers, in no order; access is decided by the service. */
export const findObjections = async (db: Knex, numbers: readonly string[]): Promise<ObjectionRow[]> =>
  (await proceedingsOf(db, "objections").whereIn("no", [...numbers])) as ObjectionRow[];

/** Objections that the viewer may know of. */
export const objectionsQuery = (db: Knex, viewer: Viewer, state: ObjectionState | undefined): Knex.QueryBuilder => {
  const query = readableRows(proceedingsOf(db, "objections"), WHOSE_OBJECTION, { viewer });
  if (state) query.where("state", state);
  return query;
};
