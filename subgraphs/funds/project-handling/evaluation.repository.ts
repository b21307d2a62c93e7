/** SQL of evaluations of projects: kept back until they are published. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { PerformanceEvaluator } from "../performance/performance.enums.js";
import { EVALUATION_SCORES, PERFORMANCE_EVALUATIONS } from "../performance/performance.rows.js";

/** Those of these projects that their units evaluated themselves. */
export const findSelfEvaluated = async (
  db: Knex,
  projectCodes: readonly string[],
): Promise<{ readonly project_code: string }[]> =>
  (await db(PERFORMANCE_EVALUATIONS.name)
    .distinct("project_code")
    .whereIn("project_code", [...projectCodes])
    .where("evaluator", PerformanceEvaluator.SELF)) as { project_code: string }[];

/** True where the unit evaluated the project itself. */
export const hasSelfEvaluation = async (trx: Knex, projectCode: string): Promise<boolean> =>
  (await findSelfEvaluated(trx, [projectCode])).length > 0;

/** True where somebody evaluated the project, and nothing of it waits for publication. */
export const isEvaluationPublished = async (trx: Knex, projectCode: string): Promise<boolean> => {
  const pending = (await trx(PERFORMANCE_EVALUATIONS.name)
    .where("project_code", projectCode)
    .pluck("pending")) as boolean[];
  return pending.length > 0 && pending.every((waits) => !waits);
};

/** Ids of evaluations of these projects that wait for publication. */
export const findPending = async (trx: Knex, projectCodes: readonly string[]): Promise<string[]> =>
  (await trx(PERFORMANCE_EVALUATIONS.name)
    .whereIn("project_code", [...projectCodes])
    .where("pending", true)
    .pluck("id")) as string[];

/** Publishes them. */
export const publishPending = async (trx: Knex.Transaction, projectCode: string): Promise<void> => {
  await trx(PERFORMANCE_EVALUATIONS.name).where("project_code", projectCode).update({ pending: false });
};

/** Inserts an evaluation with its scores. */
export const insertEvaluation = async (
  trx: Knex.Transaction,
  evaluation: NewOf<typeof PERFORMANCE_EVALUATIONS>,
  scores: readonly Omit<NewOf<typeof EVALUATION_SCORES>, "evaluationId">[],
): Promise<void> => {
  await insertRecords(trx, PERFORMANCE_EVALUATIONS, [evaluation]);
  await insertRecords(
    trx,
    EVALUATION_SCORES,
    scores.map((score) => ({ ...score, evaluationId: evaluation.id })),
  );
};
