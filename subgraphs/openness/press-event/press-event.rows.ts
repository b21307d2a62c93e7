/** Columns of press events, of what was said and of the documents, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { PressEventKind } from "./press-event.enums.js";

/** Press events (新闻发布). */
export const PRESS_EVENTS = defineTable("press_events", {
  id: text("id"),
  kind: text("kind").of<PressEventKind>(),
  topic: text("topic"),
  organiserId: text("organiser_id"),
  organiserUscc: text("organiser_uscc"),
  divisionCode: text("division_code"),
  announcedOn: day("announced_on").nullable(),
  heldOn: day("held_on"),
  speakers: texts("speakers"),
});

/** A row of press_events. */
export type PressEventRow = RowOf<typeof PRESS_EVENTS>;

/** What was asked and said, in order; without a question where a speaker opens. */
export const PRESS_STATEMENTS = defineTable("press_statements", {
  eventId: text("event_id"),
  position: integer("position").unread("statements are ordered by it"),
  question: text("question").nullable(),
  speaker: text("speaker"),
  words: text("words"),
});

/** A row of press_statements. */
export type PressStatementRow = RowOf<typeof PRESS_STATEMENTS>;

/** Documents of which it speaks. */
export const PRESS_DOCUMENTS = defineTable("press_documents", {
  eventId: text("event_id"),
  indexNo: text("index_no"),
});

/** A row of press_documents. */
export type PressDocumentRow = RowOf<typeof PRESS_DOCUMENTS>;
