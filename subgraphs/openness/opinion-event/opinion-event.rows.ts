/** Columns of opinion_events and opinion_responses, once: row, select list and mapping come from here. */
import { day, defineTable, integer, moment, text, type RowOf } from "../../../platform/database/index.js";
import type { OpinionEventLevel, ResponseForm } from "./opinion-event.enums.js";

/** Events of public concern (政务舆情). */
export const OPINION_EVENTS = defineTable("opinion_events", {
  id: text("id"),
  topic: text("topic"),
  source: text("source"),
  heat: integer("heat"),
  detectedAt: moment("detected_at"),
  // The day in China of the same instant: pages are ordered by days.
  detectedOn: day("detected_on"),
  level: text("level").of<OpinionEventLevel>().nullable(),
  divisionCode: text("division_code"),
  responsibleId: text("responsible_id").nullable(),
  responsibleUscc: text("responsible_uscc").nullable(),
  respondedAt: moment("responded_at").nullable(),
  respondedOn: day("responded_on").nullable(),
  effect: text("effect").nullable(),
});

/** A row of opinion_events. */
export type OpinionEventRow = RowOf<typeof OPINION_EVENTS>;

/** What was answered. */
export const OPINION_RESPONSES = defineTable("opinion_responses", {
  eventId: text("event_id"),
  number: integer("number"),
  at: moment("at"),
  form: text("form").of<ResponseForm>(),
  text: text("text"),
});

/** A row of opinion_responses. */
export type OpinionResponseRow = RowOf<typeof OPINION_RESPONSES>;
