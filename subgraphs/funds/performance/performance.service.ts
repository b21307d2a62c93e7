/** Loads performance targets and evaluations; an evaluation of a draft exists for those alone who know of the draft. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createGroupLoader, createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { BudgetIndicatorService } from "../budget-indicator/budget-indicator.service.js";
import {
  findEvaluations,
  findScores,
  findTargets,
  type EvaluationFacts,
  type PerformanceParent,
} from "./performance.repository.js";
import { bandOf } from "./performance.status.js";
import type { PerformanceEvaluation, PerformanceTarget } from "./performance.type.js";

/** Service of performance. Targets and evaluations are asked for by what the viewer was shown. */
export interface PerformanceService {
  find(id: string): Promise<PerformanceEvaluation | undefined>;
  targetsOfIndicator(indicatorNo: string): Promise<PerformanceTarget[]>;
  targetsOfProject(projectCode: string): Promise<PerformanceTarget[]>;
  evaluationsOfIndicator(indicatorNo: string): Promise<PerformanceEvaluation[]>;
  evaluationsOfProject(projectCode: string): Promise<PerformanceEvaluation[]>;
}

/** Creates the service for one request. */
export const createPerformanceService = (
  { db, asOf }: ServiceDependencies,
  indicators: BudgetIndicatorService,
): PerformanceService => {
  const day = localDateOf(asOf);
  const targetsBy = (column: PerformanceParent) =>
    createGroupLoader(
      (parents) => findTargets(db, column, parents),
      ({ parent }) => parent,
    );
  const evaluationsBy = (column: PerformanceParent, parentOf: (facts: EvaluationFacts) => string | undefined) =>
    createGroupLoader(
      (parents) => findEvaluations(db, column, parents, day),
      (facts) => parentOf(facts)!,
    );
  const targets = { indicator: targetsBy("indicator_no"), project: targetsBy("project_code") };
  const evaluations = {
    indicator: evaluationsBy("indicator_no", ({ indicatorNo }) => indicatorNo),
    project: evaluationsBy("project_code", ({ projectCode }) => projectCode),
  };
  const byId = createKeyLoader(
    (ids) => findEvaluations(db, "id", ids, day),
    ({ id }) => id,
  );
  const scores = createGroupLoader(
    (ids) => findScores(db, ids),
    ({ evaluationId }) => evaluationId,
  );
  const complete = async (facts: EvaluationFacts): Promise<PerformanceEvaluation> => {
    const scored = await scores.load(facts.id);
    const score = scored.reduce((total, entry) => total + entry.score, 0);
    return {
      ...facts,
      scores: scored.map(({ score: points, actualValue, ...target }) => ({ target, actualValue, score: points })),
      score,
      band: bandOf(score),
    };
  };
  return {
    async find(id) {
      const facts = await byId.load(id);
      if (facts === undefined) return undefined;
      // Both at once, so that scores of all evaluations are read together.
      const [indicator, evaluation] = await Promise.all([
        facts.indicatorNo === undefined ? undefined : indicators.find(facts.indicatorNo),
        complete(facts),
      ]);
      return facts.indicatorNo === undefined || indicator !== undefined ? evaluation : undefined;
    },
    targetsOfIndicator: (indicatorNo) => targets.indicator.load(indicatorNo),
    targetsOfProject: (projectCode) => targets.project.load(projectCode),
    evaluationsOfIndicator: async (indicatorNo) =>
      Promise.all((await evaluations.indicator.load(indicatorNo)).map(complete)),
    evaluationsOfProject: async (projectCode) =>
      Promise.all((await evaluations.project.load(projectCode)).map(complete)),
  };
};
