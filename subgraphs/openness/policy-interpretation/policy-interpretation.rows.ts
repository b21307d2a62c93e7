/** Columns of policy_interpretations and interpretation_questions, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { InterpretationKind } from "./policy-interpretation.enums.js";

/** Interpretations of documents (政策解读). */
export const POLICY_INTERPRETATIONS = defineTable("policy_interpretations", {
  id: text("id"),
  indexNo: text("index_no"),
  kind: text("kind").of<InterpretationKind>(),
  title: text("title"),
  author: text("author"),
  issuerUscc: text("issuer_uscc").nullable(),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
  text: text("text").nullable(),
  firstSpokesperson: text("first_spokesperson").nullable(),
});

/** A row of policy_interpretations. */
export type PolicyInterpretationRow = RowOf<typeof POLICY_INTERPRETATIONS>;

/** Questions that they answer. */
export const INTERPRETATION_QUESTIONS = defineTable("interpretation_questions", {
  interpretationId: text("interpretation_id"),
  position: integer("position").unread("questions are ordered by it"),
  question: text("question"),
  answer: text("answer"),
});
