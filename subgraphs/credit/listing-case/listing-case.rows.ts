/** Columns of listing_cases, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { ListKind } from "../list-entry/list-entry.enums.js";
import type { ListingState } from "./listing-case.machine.js";

/** Cases of listing (列入名单办理). Lists hold bodies alone: there is no column for persons. */
export const LISTING_CASES = defineTable("listing_cases", {
  no: text("no"),
  subjectId: text("counterparty_id"),
  subject: text("counterparty_uscc"),
  authorityId: text("authority_id"),
  authorityUscc: text("authority_uscc"),
  divisionCode: text("division_code"),
  list: text("list"),
  kind: text("kind").of<ListKind>(),
  basisLaw: text("basis_law"),
  reason: text("reason"),
  measureCodes: texts("measure_codes").byDefault(),
  state: text("state").of<ListingState>(),
  priorNoticeOn: day("prior_notice_on"),
  statement: text("statement").nullable(),
  statedOn: day("stated_on").nullable(),
  decidedOn: day("decided_on").nullable(),
  decision: text("decision").nullable(),
  // What was told of review and lawsuit, with a decision to list.
  remedy: text("remedy").nullable(),
  decisionDocNo: text("decision_doc_no").nullable(),
  // The entry that the decision made.
  entryId: text("entry_id").nullable(),
  version: integer("version").byDefault(),
});

/** A row of listing_cases. */
export type ListingCaseRow = RowOf<typeof LISTING_CASES>;
