/** SQL of openness offices. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { OpennessOfficeFilter } from "./openness-office.input.js";
import { OPENNESS_OFFICES, type OpennessOfficeRow } from "./openness-office.rows.js";
import type { OpennessOffice } from "./openness-office.type.js";

/** The office of a row. */
export const toOffice: (row: OpennessOfficeRow) => OpennessOffice = OPENNESS_OFFICES.toRecord;

/** Offices that fit; the caller adds order and page. */
export const offices = (db: Knex, { division }: OpennessOfficeFilter): Knex.QueryBuilder => {
  const query = db(OPENNESS_OFFICES.name).select(OPENNESS_OFFICES.columns());
  return division == null ? query : query.whereLike("division_code", beginningWith(divisionPrefix(division)));
};

/** Offices of these agencies, in no order. */
export const findOffices = async (db: Knex, agencyIds: readonly string[]): Promise<OpennessOffice[]> =>
  (
    (await db(OPENNESS_OFFICES.name)
      .select(OPENNESS_OFFICES.columns())
      .whereIn("agency_id", [...agencyIds])) as OpennessOfficeRow[]
  ).map(toOffice);
