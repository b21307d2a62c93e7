/** Loads performance targets and evaluations; an evaluation of a draft exists for those alone who know of the draft. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  withNodes,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { BudgetAllotmentService } from "../budget-allotment/budget-allotment.service.js";
import {
  findEvaluations,
  findScores,
  findTargets,
  listedEvaluations,
  toEvaluation,
  type EvaluationFacts,
  type PerformanceParent,
} from "./performance.repository.js";
import { bandOf, scoresOf, type PerformanceBand } from "./performance.status.js";
import type { EvaluationRow } from "./performance.rows.js";
import type { PerformanceEvaluation, PerformanceTarget } from "./performance.type.js";

/** Service of performance. Targets and evaluations are asked for by what the viewer was shown. */
export interface PerformanceService {
  find(id: string): Promise<PerformanceEvaluation | undefined>;
  /** Evaluations that the viewer may know of, of one band where it is given, latest first. */
  list(band: PerformanceBand | undefined, page: PageArgs): Promise<Page<PerformanceEvaluation>>;
  targetsOfAllotment(allotmentNo: string): Promise<PerformanceTarget[]>;
  targetsOfProject(projectCode: string): Promise<PerformanceTarget[]>;
  evaluationsOfAllotment(allotmentNo: string): Promise<PerformanceEvaluation[]>;
  evaluationsOfProject(projectCode: string): Promise<PerformanceEvaluation[]>;
  /** Those that wait for publication; whoever asks knows that the viewer may be told. */
  pendingOfProject(projectCode: string): Promise<PerformanceEvaluation[]>;
}

const LATEST_FIRST = [
  { column: "evaluated_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createPerformanceService = (
  { db, viewer, asOf, cursors }: ServiceDependencies,
  { budgetAllotments: allotments }: { readonly budgetAllotments: BudgetAllotmentService },
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
  const targets = { allotment: targetsBy("allotment_no"), project: targetsBy("project_code") };
  const evaluations = {
    allotment: evaluationsBy("allotment_no", ({ allotmentNo }) => allotmentNo),
    project: evaluationsBy("project_code", ({ projectCode }) => projectCode),
  };
  const pending = createGroupLoader(
    (codes) => findEvaluations(db, "project_code", codes, day, { pending: true }),
    ({ projectCode }) => projectCode!,
  );
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
      const [allotment, evaluation] = await Promise.all([
        facts.allotmentNo === undefined ? undefined : allotments.find(facts.allotmentNo),
        complete(facts),
      ]);
      return facts.allotmentNo === undefined || allotment !== undefined ? evaluation : undefined;
    },
    async list(band, page) {
      const read = await readPage<EvaluationRow, EvaluationFacts>({
        query: listedEvaluations(db, viewer, { day, ...(band && scoresOf(band)) }),
        orderBy: LATEST_FIRST,
        ordering: "performanceEvaluations",
        filter: { band },
        page,
        cursors,
        toNode: toEvaluation,
      });
      const nodes = await Promise.all(read.edges.map(({ node }) => complete(node)));
      return withNodes(read, (_node, index) => nodes[index]!);
    },
    targetsOfAllotment: (allotmentNo) => targets.allotment.load(allotmentNo),
    targetsOfProject: (projectCode) => targets.project.load(projectCode),
    evaluationsOfAllotment: async (allotmentNo) =>
      Promise.all((await evaluations.allotment.load(allotmentNo)).map(complete)),
    evaluationsOfProject: async (projectCode) =>
      Promise.all((await evaluations.project.load(projectCode)).map(complete)),
    pendingOfProject: async (projectCode) => Promise.all((await pending.load(projectCode)).map(complete)),
  };
};
