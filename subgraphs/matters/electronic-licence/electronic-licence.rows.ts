/** Columns of electronic_licences, once: row, select list and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";

/** Licences in the shared store (电子证照). */
export const ELECTRONIC_LICENCES = defineTable("electronic_licences", {
  certificateNumber: text("certificate_number"),
  caseNo: text("case_no"),
  matterId: text("matter_id"),
  name: text("licence_name"),
  licenceType: text("licence_type"),
  subject: text("subject"),
  holderName: text("holder_name"),
  holderOrgId: text("holder_org_id").nullable(),
  deptId: text("dept_id"),
  deptUscc: text("dept_uscc"),
  divisionCode: text("division_code"),
  issuedOn: day("issued_on"),
  validTo: day("valid_to").nullable(),
  revokedOn: day("revoked_on").nullable(),
});

/** A row of electronic_licences. */
export type LicenceRow = RowOf<typeof ELECTRONIC_LICENCES>;
