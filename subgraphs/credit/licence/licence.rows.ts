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
  matterId: text("matter_id").nullable(),
  licenceNo: text("licence_no").nullable(),
  caseNo: text("case_no").nullable(),
});
