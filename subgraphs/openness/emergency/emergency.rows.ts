/** Columns of emergency_events and emergency_notices, once: row, select list and mapping come from here. */
import { day, defineTable, integer, moment, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { EmergencyKind, EmergencyLevel } from "./emergency.enums.js";

/** Emergencies (突发事件). */
export const EMERGENCY_EVENTS = defineTable("emergency_events", {
  id: text("id"),
  level: text("level").of<EmergencyLevel>(),
  kind: text("kind").of<EmergencyKind>(),
  title: text("title"),
  occurredOn: day("occurred_on"),
  reportedAt: moment("reported_at"),
  verifiedAt: moment("verified_at").nullable(),
  conferenceAt: moment("conference_at").nullable(),
  reviewedOn: day("reviewed_on").nullable(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
});

/** A row of emergency_events. */
export type EmergencyRow = RowOf<typeof EMERGENCY_EVENTS>;

/** What the public was told of them. */
export const EMERGENCY_NOTICES = defineTable("emergency_notices", {
  eventId: text("event_id"),
  seq: integer("seq"),
  publishedAt: moment("published_at"),
  content: text("content"),
  nextUpdateAt: moment("next_update_at").nullable(),
  isLast: truth("is_last"),
});

/** A row of emergency_notices. */
export type EmergencyNoticeRow = RowOf<typeof EMERGENCY_NOTICES>;
