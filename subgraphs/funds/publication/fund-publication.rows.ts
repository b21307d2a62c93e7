/** Columns of fund_publications, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { FundPublicationKind, FundPublicationLevel } from "./fund-publication.enums.js";

/** Publications (公示与公告). */
export const FUND_PUBLICATIONS = defineTable("fund_publications", {
  id: text("id"),
  kind: text("kind").of<FundPublicationKind>(),
  level: text("level").of<FundPublicationLevel>(),
  title: text("title"),
  policyCode: text("policy_code"),
  allotmentNo: text("allotment_no").nullable(),
  projectCode: text("project_code").nullable(),
  batchNo: text("batch_no").nullable(),
  divisionCode: text("division_code"),
  villageCode: text("village_code").nullable(),
  postedAmount: fen("amount_fen").nullable(),
  publishedOn: day("published_on"),
  endsOn: day("ends_on").nullable(),
  decidedOn: day("decided_on").nullable(),
  channel: text("channel"),
  objectionsCount: integer("objections"),
});

/** A row of fund_publications. */
export type PublicationRow = RowOf<typeof FUND_PUBLICATIONS>;
