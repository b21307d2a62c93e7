/** Columns of licences, once: row, select list and mapping come from here. */
import { day, defineTable, text, truth } from "../../../platform/database/index.js";
import { PUBLISHED_COLUMNS } from "../counterparty/counterparty.rows.js";
import type { LicenceCategory } from "./licence.enums.js";

/** Licences in publicity (双公示 行政许可, XK_*). */
export const LICENCES = defineTable("licences", {
  ...PUBLISHED_COLUMNS,
  docName: text("doc_name").nullable(),
  category: text("category").of<LicenceCategory>(),
  certName: text("cert_name").nullable(),
  content: text("content"),
  validFrom: day("valid_from").nullable(),
  validTo: day("valid_to").nullable(),
  revoked: truth("revoked"),
  // When and by which document it was revoked; `revoked` alone says no more than that it is not valid.
  revokedOn: day("revoked_on").nullable(),
  revocationNo: text("revocation_no").nullable(),
  withdrawnOn: day("withdrawn_on").nullable(),
  withdrawReason: text("withdraw_reason").nullable(),
  matterId: text("matter_id").nullable(),
  licenceNo: text("licence_no").nullable(),
  caseNo: text("case_no").nullable(),
});
