/** SQL of which penalties may be repaired, and from when. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, type Viewer } from "../../../platform/auth/viewer.js";
import { readableRows } from "../../../platform/database/index.js";
import { OF_COUNTERPARTY, OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { WHOSE_PENALTY } from "./penalty.policy.js";
import { ruledPenalties } from "./penalty.repository.js";

/** Penalties in publicity that may be repaired from a day that is known and are not being so, for those who may know of repair: who is not entitled gets none. */
export const repairScheduleQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder => {
  const query = readableRows(ruledPenalties(db), WHOSE_PENALTY, { viewer: ANONYMOUS, today })
    .whereNull("republished_on")
    .whereNotNull("repair_eligible_on")
    .whereRaw(
      "not exists (select 1 from repair_cases c where c.record_id = penalties.id and c.state in ('APPLIED', 'ACCEPTED'))",
    );
  return readableRows(query, OF_PARTIES, { viewer });
};

/** Those of the schedule for which repair may be applied on the day. */
export const repairableQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder =>
  repairScheduleQuery(db, viewer, today).where("repair_eligible_on", "<=", today);

/** Those of the schedule about the viewer, or about the enterprise the viewer acts for. */
export const ownRepairScheduleQuery = (db: Knex, viewer: Viewer, today: string): Knex.QueryBuilder =>
  readableRows(repairScheduleQuery(db, viewer, today), OF_COUNTERPARTY, { viewer });
