/** Columns of opinions, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { OpinionAuthor, OpinionOutcome } from "./opinion.enums.js";

/** Opinions on drafts of decisions (公众意见). */
export const OPINIONS = defineTable("opinions", {
  id: text("id"),
  decisionId: text("decision_id"),
  topicId: text("topic_id"),
  // Hash of a person or credit code of a body.
  subject: text("subject"),
  authorKind: text("author_kind").of<OpinionAuthor>(),
  organiserUscc: text("organiser_uscc"),
  divisionCode: text("division_code"),
  text: text("text"),
  givenOn: day("given_on"),
  outcome: text("state").of<OpinionOutcome>(),
  reason: text("reason").nullable(),
  answeredOn: day("answered_on").nullable(),
  version: integer("version").byDefault(),
});

/** A row of opinions. */
export type OpinionRow = RowOf<typeof OPINIONS>;
