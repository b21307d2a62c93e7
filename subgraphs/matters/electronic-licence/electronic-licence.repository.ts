/** SQL of electronic licences. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { ElectronicLicenceState } from "./electronic-licence.enums.js";
import type { ElectronicLicence } from "./electronic-licence.js";
import { OF_HOLDER } from "./electronic-licence.policy.js";
import { ELECTRONIC_LICENCES, type LicenceRow } from "./electronic-licence.rows.js";

const shown = ELECTRONIC_LICENCES.to<ElectronicLicence>()();

const stateOn = ({ valid_to, revoked_on }: LicenceRow, today: string): ElectronicLicenceState => {
  if (revoked_on !== null && revoked_on <= today) return ElectronicLicenceState.REVOKED;
  return valid_to !== null && valid_to < today ? ElectronicLicenceState.EXPIRED : ElectronicLicenceState.VALID;
};

/** Domain object of a row on the day. */
export const toElectronicLicence = (row: LicenceRow, today: string): ElectronicLicence =>
  shown(row, { state: stateOn(row, today) });

/** Licences by number or by case, in no order; access is decided by the service. */
export const findLicences = async (
  db: Knex,
  column: "certificate_number" | "case_no",
  keys: readonly string[],
): Promise<LicenceRow[]> =>
  (await db("electronic_licences")
    .select(ELECTRONIC_LICENCES.columns())
    .whereIn(column, [...keys])) as LicenceRow[];

/** Licences that the viewer, or the body that the viewer acts for, holds; the caller adds order and page. */
export const ownLicences = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(db("electronic_licences").select(ELECTRONIC_LICENCES.columns()), OF_HOLDER, { viewer });
