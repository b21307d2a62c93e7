/** Columns of evaluations, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text } from "../../../platform/database/index.js";
import type { EvaluationLevel } from "./evaluation.enums.js";

/** Evaluations of organisations (公共信用综合评价). */
export const EVALUATIONS = defineTable("evaluations", {
  organizationId: text("organization_id"),
  subject: text("organization_uscc").nullable(),
  authorityUscc: text("authority_uscc"),
  divisionCode: text("division_code"),
  level: text("level").of<EvaluationLevel>(),
  score: integer("score"),
  modelVersion: text("model_version"),
  asOf: day("as_of"),
});

/** A row of evaluations. */
export type EvaluationRow = RowOf<typeof EVALUATIONS>;
