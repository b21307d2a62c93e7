/** SQL of records of enforcement; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import type { AskedBy } from "../context.js";
import type { EnforcementRecordFilter } from "./enforcement-record.input.js";
import { WHOSE_ENFORCEMENT_RECORD } from "./enforcement-record.policy.js";
import { ENFORCEMENT_RECORDS, type EnforcementRecordRow } from "./enforcement-record.rows.js";

/** Records that fit and that the viewer may know of; the caller adds parent, order and page. */
export const visibleEnforcement = (
  db: Knex,
  { viewer, day }: AskedBy,
  filter: EnforcementRecordFilter = {},
): Knex.QueryBuilder => {
  const query = readableRows(
    db(ENFORCEMENT_RECORDS.name).select(ENFORCEMENT_RECORDS.columns()),
    WHOSE_ENFORCEMENT_RECORD,
    { viewer, today: day },
  );
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.organId != null) query.where("organ_id", filter.organId);
  if (filter.doneFrom != null) query.where("done_on", ">=", filter.doneFrom);
  if (filter.doneTo != null) query.where("done_on", "<=", filter.doneTo);
  return query;
};

/** Records with these numbers, in no order. */
export const findEnforcement = async (
  db: Knex,
  asked: AskedBy,
  docNos: readonly string[],
): Promise<EnforcementRecordRow[]> =>
  (await visibleEnforcement(db, asked).whereIn("doc_no", [...docNos])) as EnforcementRecordRow[];
