/** Columns of performance targets, evaluations and scores, once: row, select list and mapping come from here. */
import { day, defineTable, integer, type RowOf, text, truth } from "../../../platform/database/index.js";
import type { PerformanceDimension, PerformanceEvaluator } from "./performance.enums.js";

/** Targets (绩效指标). */
export const PERFORMANCE_TARGETS = defineTable("performance_targets", {
  id: text("id"),
  allotmentNo: text("allotment_no").nullable(),
  projectCode: text("project_code").nullable(),
  place: integer("place").unread("targets are ordered by it"),
  dimension: text("dimension").of<PerformanceDimension>(),
  name: text("name"),
  targetValue: text("target_value"),
  weight: integer("weight"),
});

/** Evaluations (绩效评价). */
export const PERFORMANCE_EVALUATIONS = defineTable("performance_evaluations", {
  id: text("id"),
  allotmentNo: text("allotment_no").nullable(),
  projectCode: text("project_code").nullable(),
  evaluator: text("evaluator").of<PerformanceEvaluator>(),
  evaluatorId: text("evaluator_id").nullable(),
  evaluatedOn: day("evaluated_on"),
  budgetConsequence: text("budget_consequence").nullable(),
  // Not published yet: no list and no link shows it.
  pending: truth("pending").byDefault(),
});

/** A row of performance_evaluations. */
export type EvaluationRow = RowOf<typeof PERFORMANCE_EVALUATIONS>;

/** Scores of targets. */
export const EVALUATION_SCORES = defineTable("evaluation_scores", {
  evaluationId: text("evaluation_id"),
  targetId: text("target_id").unread("the target is joined by it"),
  actualValue: text("actual_value").nullable(),
  score: integer("score"),
});
