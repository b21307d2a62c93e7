/** Columns of list_entries, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts } from "../../../platform/database/index.js";
import type { ListKind } from "./list-entry.enums.js";

/** Entries of lists of credit (严重失信主体名单). */
export const LIST_ENTRIES = defineTable("list_entries", {
  id: text("id"),
  subjectId: text("counterparty_id").nullable(),
  subject: text("counterparty_uscc").nullable(),
  authorityUscc: text("authority_uscc"),
  divisionCode: text("division_code"),
  list: text("list"),
  kind: text("kind").of<ListKind>(),
  decisionDocNo: text("decision_doc_no"),
  basisLaw: text("basis_law").nullable(),
  reason: text("reason").nullable(),
  listedOn: day("listed_on"),
  expiresOn: day("expires_on").nullable(),
  // Day of the repair; and since when it stands again, because that was false.
  removedOn: day("removed_on").nullable(),
  relistedOn: day("relisted_on").nullable(),
  // When and by which document its decision was revoked.
  revokedOn: day("revoked_on").nullable(),
  revocationNo: text("revocation_no").nullable(),
  authorityId: text("authority_id"),
  measureCodes: texts("measure_codes").byDefault(),
  priorNoticeOn: day("prior_notice_on").nullable(),
  version: integer("version").byDefault(),
});
