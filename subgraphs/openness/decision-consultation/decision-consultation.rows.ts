/** Columns of decision_consultations and consultation_topics, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";

/** How the public was asked (公开征求意见). */
export const DECISION_CONSULTATIONS = defineTable("decision_consultations", {
  decisionId: text("decision_id"),
  organiserUscc: text("organiser_uscc"),
  divisionCode: text("division_code"),
  opensOn: day("opens_on"),
  closesOn: day("closes_on"),
  channel: text("channel"),
  shortenedBecause: text("shortened_because").nullable(),
  summary: text("summary").nullable(),
  summarisedOn: day("summarised_on").nullable(),
});

/** A row of decision_consultations. */
export type DecisionConsultationRow = RowOf<typeof DECISION_CONSULTATIONS>;

/** What it is asked about. */
export const CONSULTATION_TOPICS = defineTable("consultation_topics", {
  id: text("id"),
  decisionId: text("decision_id"),
  position: integer("position").unread("topics are ordered by it"),
  name: text("name"),
});
