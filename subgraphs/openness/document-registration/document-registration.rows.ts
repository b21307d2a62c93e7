/** Columns of registrations of normative documents, once: row, select list and mapping come from here. */
import { day, defineTable, text, type RowOf } from "../../../platform/database/index.js";

/** What was done with a normative document beside its publication (合法性审核、统一登记、备案). */
export const DOCUMENT_REGISTRATIONS = defineTable("document_registrations", {
  indexNo: text("index_no"),
  legalityReviewer: text("legality_reviewer").nullable(),
  legalityReviewedOn: day("legality_reviewed_on").nullable(),
  discussedOn: day("discussed_on").nullable(),
  registrationNo: text("registration_no").nullable(),
  registeredOn: day("registered_on").nullable(),
  filingNo: text("filing_no").nullable(),
  filedWith: text("filed_with").nullable(),
  filedOn: day("filed_on").nullable(),
});

/** A row of document_registrations. */
export type DocumentRegistrationRow = RowOf<typeof DOCUMENT_REGISTRATIONS>;
