/** Columns of fund_announcements, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { AnnouncementKind, AnnouncementLevel } from "./fund-announcement.enums.js";

/** Notices (公示与公告). */
export const FUND_ANNOUNCEMENTS = defineTable("fund_announcements", {
  id: text("id"),
  kind: text("kind").of<AnnouncementKind>(),
  level: text("level").of<AnnouncementLevel>(),
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

/** A row of fund_announcements. */
export type AnnouncementRow = RowOf<typeof FUND_ANNOUNCEMENTS>;
