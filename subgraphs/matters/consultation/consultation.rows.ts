/** Columns of consultations and of their questions, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { ConsultationState } from "./consultation.machine.js";

/** Consultations (在线咨询). */
export const CONSULTATIONS = defineTable("consultations", {
  id: text("id"),
  matterId: text("matter_id"),
  // Hash of a person or credit code of a body.
  subject: text("subject"),
  deptId: text("dept_id"),
  deptUscc: text("dept_uscc"),
  divisionCode: text("division_code"),
  state: text("state").of<ConsultationState>(),
  mayPublish: truth("may_publish"),
  askedOn: day("asked_on"),
  answeredOn: day("answered_on").nullable(),
  publishedOn: day("published_on").nullable(),
  publicQuestion: text("public_question").nullable(),
  publicAnswer: text("public_answer").nullable(),
  version: integer("version").byDefault(),
});

/** A row of consultations. */
export type ConsultationRow = RowOf<typeof CONSULTATIONS>;

/** Questions of consultations with their answers, the first one and what was asked after an answer (追问). */
export const CONSULTATION_TURNS = defineTable("consultation_turns", {
  consultationId: text("consultation_id"),
  number: integer("number").unread("the order within its consultation"),
  question: text("question"),
  askedOn: day("asked_on"),
  answer: text("answer").nullable(),
  answeredOn: day("answered_on").nullable(),
});

/** A row of consultation_turns. */
export type TurnRow = RowOf<typeof CONSULTATION_TURNS>;
