/** Columns of policy_evaluations, once: row, select list and mapping come from here. */
import { day, decimal, defineTable, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { EvaluatorKind } from "./policy-evaluation.enums.js";

/** Evaluations of policies (政策评估). */
export const POLICY_EVALUATIONS = defineTable("policy_evaluations", {
  id: text("id"),
  indexNo: text("index_no"),
  evaluatorKind: text("evaluator_kind").of<EvaluatorKind>(),
  evaluator: text("evaluator"),
  method: text("method"),
  sampleSize: integer("sample_size").nullable(),
  questionText: text("question_text").nullable(),
  commissionedOn: day("commissioned_on"),
  fieldFrom: day("field_from").nullable(),
  reportedOn: day("reported_on").nullable(),
  conclusions: text("conclusions").nullable(),
  score: decimal("score").nullable(),
  respondedOn: day("responded_on").nullable(),
  response: text("response").nullable(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  publishedOn: day("published_on").nullable(),
});

/** A row of policy_evaluations. */
export type PolicyEvaluationRow = RowOf<typeof POLICY_EVALUATIONS>;
