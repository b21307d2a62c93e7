/** SQL of performance targets and evaluations; an evaluation after the day is not there yet. */
import type { Knex } from "knex";
import type { Viewer } from "../../../platform/auth/index.js";
import { readableSql, type RecordOf, type RowOf } from "../../../platform/database/index.js";
import { WHOSE_ALLOTMENT } from "../budget-allotment/budget-allotment.policy.js";
import {
  EVALUATION_SCORES,
  PERFORMANCE_EVALUATIONS,
  PERFORMANCE_TARGETS,
  type EvaluationRow,
} from "./performance.rows.js";
import type { PerformanceTarget } from "./performance.type.js";

/** Whose targets and evaluations. */
export type PerformanceParent = "allotment_no" | "project_code";

/** A target with what it belongs to. */
export interface OwnedTarget extends PerformanceTarget {
  readonly parent: string;
}

/** An evaluation without its scores. */
export type EvaluationFacts = RecordOf<typeof PERFORMANCE_EVALUATIONS>;

/** A score with its target. */
export interface ScoredTarget extends PerformanceTarget {
  readonly evaluationId: string;
  readonly actualValue?: string;
  readonly score: number;
}

type TargetRow = RowOf<typeof PERFORMANCE_TARGETS>;

const shownTarget = PERFORMANCE_TARGETS.to<PerformanceTarget>()("allotmentNo", "projectCode");

const toTarget = (row: TargetRow): PerformanceTarget => shownTarget(row, {});

/** Targets of these allotments or projects, in their order. */
export const findTargets = async (
  db: Knex,
  column: PerformanceParent,
  parents: readonly string[],
): Promise<OwnedTarget[]> =>
  (
    (await db("performance_targets")
      .select(PERFORMANCE_TARGETS.columns())
      .whereIn(column, [...parents])
      .orderBy([column, "place"])) as TargetRow[]
  ).map((row) => ({ ...toTarget(row), parent: row[column]! }));

/** The evaluation of a row. */
export const toEvaluation = PERFORMANCE_EVALUATIONS.toRecord;

/** Evaluations made by the day that the viewer may know of, with a score in the range. */
export const listedEvaluations = (
  db: Knex,
  viewer: Viewer,
  { day, from, below }: { readonly day: string; readonly from?: number; readonly below?: number },
): Knex.QueryBuilder => {
  const visible = readableSql(WHOSE_ALLOTMENT, { viewer, table: "i" });
  const score =
    "(select coalesce(sum(s.score), 0) from evaluation_scores s where s.evaluation_id = performance_evaluations.id)";
  const query = db("performance_evaluations")
    .select(PERFORMANCE_EVALUATIONS.columns())
    .where("evaluated_on", "<=", day)
    .where("pending", false)
    .whereRaw(
      `(project_code is not null or exists (select 1 from allotments i
         where i.allotment_no = performance_evaluations.allotment_no and ${visible.sql}))`,
      [...visible.bindings],
    );
  if (from !== undefined) query.whereRaw(`${score} >= ?`, [from]);
  if (below !== undefined) query.whereRaw(`${score} < ?`, [below]);
  return query;
};

/** Evaluations by id or by what they are about, made by the day and published, or `pending`, earliest first. */
export const findEvaluations = async (
  db: Knex,
  column: PerformanceParent | "id",
  keys: readonly string[],
  day: string,
  { pending = false }: { readonly pending?: boolean } = {},
): Promise<EvaluationFacts[]> => {
  const rows = (await db("performance_evaluations")
    .select(PERFORMANCE_EVALUATIONS.columns())
    .whereIn(column, [...keys])
    .where("evaluated_on", "<=", day)
    .where("pending", pending)
    .orderBy(["evaluated_on", "id"])) as EvaluationRow[];
  return rows.map(toEvaluation);
};

/** Scores of these evaluations with their targets, in order. */
export const findScores = async (db: Knex, evaluationIds: readonly string[]): Promise<ScoredTarget[]> => {
  const rows = (await db("evaluation_scores")
    // Looked up one by one: there are few scores of a page, and thousands of targets.
    .joinRaw(
      "cross join lateral (select * from performance_targets t where t.id = evaluation_scores.target_id offset 0) as performance_targets",
    )
    .select(...PERFORMANCE_TARGETS.columns("performance_targets"), ...EVALUATION_SCORES.columns("evaluation_scores"))
    .whereIn("evaluation_id", [...evaluationIds])
    .orderBy(["evaluation_id", "place"])) as (TargetRow & RowOf<typeof EVALUATION_SCORES>)[];
  return rows.map((row) => ({ ...toTarget(row), ...EVALUATION_SCORES.toRecord(row) }));
};
