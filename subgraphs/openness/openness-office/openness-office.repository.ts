/** SQL of openness offices. */
import type { Knex } from "knex";
import { OPENNESS_OFFICES, type OpennessOfficeRow } from "./openness-office.rows.js";
import type { OpennessOffice } from "./openness-office.type.js";

/** Offices of these agencies, in no order. */
export const findOffices = async (db: Knex, agencyIds: readonly string[]): Promise<OpennessOffice[]> =>
  (
    (await db(OPENNESS_OFFICES.name)
      .select(OPENNESS_OFFICES.columns())
      .whereIn("agency_id", [...agencyIds])) as OpennessOfficeRow[]
  ).map(OPENNESS_OFFICES.toRecord);
