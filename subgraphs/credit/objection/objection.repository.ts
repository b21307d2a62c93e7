/** SQL of objections. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { subjectOf } from "../counterparty/counterparty.js";
import { proceedingsOf } from "../counterparty/proceedings.repository.js";
import type { ObjectionState } from "./objection.machine.js";
import { objectionDeadline } from "./objection.status.js";
import { OBJECTIONS, type ObjectionRow } from "./objection.rows.js";
import { WHOSE_OBJECTION } from "./objection.policy.js";
import type { Objection } from "./objection.type.js";

const shown = OBJECTIONS.to<Objection>()("counterpartyUscc", "counterpartyHash", "recordVersion");

/** Domain object of a row on the day. */
export const toObjection = (row: ObjectionRow, today: string): Objection => {
  const dates = {
    filedOn: row.filed_on,
    acceptedOn: row.accepted_on ?? undefined,
    decidedOn: row.decided_on ?? undefined,
  };
  return shown(row, {
    get deadline() {
      return objectionDeadline({ ...dates, state: row.state }, today);
    },
    subject: subjectOf(row),
  });
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

/** Those of a body. */
export const counterpartyObjectionsQuery = (db: Knex, viewer: Viewer, organizationId: Knex.Raw): Knex.QueryBuilder =>
  objectionsQuery(db, viewer, undefined).where("counterparty_id", organizationId);
