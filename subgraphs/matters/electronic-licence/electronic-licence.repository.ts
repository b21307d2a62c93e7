/** SQL of electronic licences. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableRows } from "../../../platform/database/index.js";
import { OF_HOLDER } from "./electronic-licence.policy.js";
import { ElectronicLicenceState, type ElectronicLicence } from "./electronic-licence.type.js";

/** A row of electronic_licences. */
export interface LicenceRow {
  certificate_number: string;
  project_no: string;
  matter_id: string;
  licence_name: string;
  licence_type: string;
  subject: string;
  holder_name: string;
  holder_org_id: string | null;
  dept_id: string;
  dept_uscc: string;
  division_code: string;
  issued_on: string;
  valid_to: string | null;
  revoked_on: string | null;
}

const stateOn = ({ valid_to, revoked_on }: LicenceRow, today: string): ElectronicLicenceState => {
  if (revoked_on !== null && revoked_on <= today) return ElectronicLicenceState.REVOKED;
  return valid_to !== null && valid_to < today ? ElectronicLicenceState.EXPIRED : ElectronicLicenceState.VALID;
};

/** Domain object of a row on the day. */
export const toElectronicLicence = (row: LicenceRow, today: string): ElectronicLicence => ({
  certificateNumber: row.certificate_number,
  name: row.licence_name,
  licenceType: row.licence_type,
  holderName: row.holder_name,
  issuedOn: row.issued_on,
  validTo: row.valid_to ?? undefined,
  revokedOn: row.revoked_on ?? undefined,
  state: stateOn(row, today),
  projectNo: row.project_no,
  matterId: row.matter_id,
  deptId: row.dept_id,
  holderOrgId: row.holder_org_id ?? undefined,
  subject: row.subject,
  deptUscc: row.dept_uscc,
  divisionCode: row.division_code,
});

/** Licences by number or by case, in no order; access is decided by the service. */
export const findLicences = async (
  db: Knex,
  column: "certificate_number" | "project_no",
  keys: readonly string[],
): Promise<LicenceRow[]> => (await db("electronic_licences").whereIn(column, [...keys])) as LicenceRow[];

/** Licences that the viewer, or the body that the viewer acts for, holds; the caller adds order and page. */
export const ownLicences = (db: Knex, viewer: Viewer): Knex.QueryBuilder =>
  readableRows(db("electronic_licences").select("*"), OF_HOLDER, { viewer });
