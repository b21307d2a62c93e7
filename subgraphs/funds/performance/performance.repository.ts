/** SQL of performance targets and evaluations; an evaluation after the day is not there yet. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableSql } from "../../../platform/database/index.js";
import { WHOSE_INDICATOR } from "../budget-indicator/budget-indicator.policy.js";
import type { PerformanceDimension, PerformanceEvaluator } from "./performance.enums.js";
import type { PerformanceTarget } from "./performance.type.js";

/** Whose targets and evaluations. */
export type PerformanceParent = "indicator_no" | "project_code";

/** A target with what it belongs to. */
export interface OwnedTarget extends PerformanceTarget {
  readonly parent: string;
}

/** An evaluation without its scores. */
export interface EvaluationFacts {
  readonly id: string;
  readonly indicatorNo?: string;
  readonly projectCode?: string;
  readonly evaluator: PerformanceEvaluator;
  readonly evaluatorId?: string;
  readonly evaluatedOn: string;
  readonly budgetConsequence?: string;
}

/** A score with its target. */
export interface ScoredTarget extends PerformanceTarget {
  readonly evaluationId: string;
  readonly actualValue?: string;
  readonly score: number;
}

interface TargetRow {
  id: string;
  indicator_no: string | null;
  project_code: string | null;
  dimension: PerformanceDimension;
  name: string;
  target_value: string;
  weight: number;
}

const toTarget = ({ id, dimension, name, target_value, weight }: TargetRow): PerformanceTarget => ({
  id,
  dimension,
  name,
  targetValue: target_value,
  weight,
});

/** Targets of these indicators or projects, in their order. */
export const findTargets = async (
  db: Knex,
  column: PerformanceParent,
  parents: readonly string[],
): Promise<OwnedTarget[]> =>
  (
    (await db("performance_targets")
      .whereIn(column, [...parents])
      .orderBy([column, "place"])) as TargetRow[]
  ).map((row) => ({ ...toTarget(row), parent: row[column]! }));

/** A row of `performance_evaluations`. */
export interface EvaluationRow {
  readonly id: string;
  readonly indicator_no: string | null;
  readonly project_code: string | null;
  readonly evaluator: PerformanceEvaluator;
  readonly evaluator_id: string | null;
  readonly evaluated_on: string;
  readonly budget_consequence: string | null;
}

/** The evaluation of a row. */
export const toEvaluation = (row: EvaluationRow): EvaluationFacts => ({
  id: row.id,
  indicatorNo: row.indicator_no ?? undefined,
  projectCode: row.project_code ?? undefined,
  evaluator: row.evaluator,
  evaluatorId: row.evaluator_id ?? undefined,
  evaluatedOn: row.evaluated_on,
  budgetConsequence: row.budget_consequence ?? undefined,
});

/** Evaluations made by the day that the viewer may know of, with a score in the range. */
export const listedEvaluations = (
  db: Knex,
  viewer: Viewer,
  { day, from, below }: { readonly day: string; readonly from?: number; readonly below?: number },
): Knex.QueryBuilder => {
  const visible = readableSql(WHOSE_INDICATOR, { viewer, table: "i" });
  const score =
    "(select coalesce(sum(s.score), 0) from evaluation_scores s where s.evaluation_id = performance_evaluations.id)";
  const query = db("performance_evaluations")
    .select("*")
    .where("evaluated_on", "<=", day)
    .whereRaw(
      `(project_code is not null or exists (select 1 from indicators i
         where i.indicator_no = performance_evaluations.indicator_no and ${visible.sql}))`,
      [...visible.bindings],
    );
  if (from !== undefined) query.whereRaw(`${score} >= ?`, [from]);
  if (below !== undefined) query.whereRaw(`${score} < ?`, [below]);
  return query;
};

/** Evaluations by id or by what they are about, made by the day, earliest first. */
export const findEvaluations = async (
  db: Knex,
  column: PerformanceParent | "id",
  keys: readonly string[],
  day: string,
): Promise<EvaluationFacts[]> => {
  const rows = (await db("performance_evaluations")
    .whereIn(column, [...keys])
    .where("evaluated_on", "<=", day)
    .orderBy(["evaluated_on", "id"])) as EvaluationRow[];
  return rows.map(toEvaluation);
};

/** Scores of these evaluations with their targets, in order. */
export const findScores = async (db: Knex, evaluationIds: readonly string[]): Promise<ScoredTarget[]> => {
  const rows = (await db("evaluation_scores")
    .join("performance_targets", "performance_targets.id", "evaluation_scores.target_id")
    .select("performance_targets.*", "evaluation_id", "actual_value", "score")
    .whereIn("evaluation_id", [...evaluationIds])
    .orderBy(["evaluation_id", "place"])) as (TargetRow & {
    evaluation_id: string;
    actual_value: string | null;
    score: number;
  })[];
  return rows.map((row) => ({
    ...toTarget(row),
    evaluationId: row.evaluation_id,
    actualValue: row.actual_value ?? undefined,
    score: row.score,
  }));
};
