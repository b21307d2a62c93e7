/** Performance of a project: the unit evaluates itself, the department or a third party reviews it, and both are published together. */
import { withoutPersons } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { PerformanceEvaluator } from "../performance/performance.enums.js";
import { FundPublicationKind } from "../publication/fund-publication.enums.js";
import { scoresOf } from "./project-evaluation.js";
import type { EvaluateProjectInput, SelfEvaluateProjectInput } from "./project-handling.input.js";
import { assignedTo, findWeights } from "./project-handling.repository.js";
import { findPending, hasSelfEvaluation, insertEvaluation, publishPending } from "./evaluation.repository.js";
import type { LockedProject, ProjectStepAsked } from "./project-step.js";
import { publish } from "./project-steps.js";

interface Evaluating {
  readonly id: string;
  readonly evaluator: PerformanceEvaluator;
  /** The body, where it is not known by the part it plays. */
  readonly evaluatorId: string | undefined;
  readonly scores: SelfEvaluateProjectInput["scores"];
  readonly budgetConsequence?: string | undefined;
}

const insert = (
  { trx, row, today }: LockedProject,
  { id, evaluator, evaluatorId, scores, budgetConsequence }: Evaluating,
): Promise<void> =>
  insertEvaluation(
    trx,
    {
      ...{ id, evaluator, projectCode: row.project_code, allotmentNo: undefined, evaluatedOn: today, pending: true },
      evaluatorId,
      budgetConsequence: withoutPersons(budgetConsequence, { today }),
    },
    scores.map(({ targetId, score, actualValue }) => ({
      ...{ targetId, score, actualValue: withoutPersons(actualValue ?? undefined, { today }) },
    })),
  );

const isScored = async (
  { trx, row }: LockedProject,
  input: Pick<SelfEvaluateProjectInput, "scores">,
): Promise<boolean> => scoresOf(input, await findWeights(trx, row.project_code)).length > 0;

/** The unit's own evaluation, once. Throws BAD_USER_INPUT (SCORES) where the scores are not those of the targets. */
export const selfEvaluation = ({ scores }: SelfEvaluateProjectInput): ProjectStepAsked => ({
  event: "SELF_EVALUATE",
  facts: async (project) => ({
    performanceEvaluated: await isScored(project, { scores }),
    selfEvaluated: await hasSelfEvaluation(project.trx, project.row.project_code),
  }),
  beside: (project) =>
    insert(project, {
      ...{ id: `PE-${project.row.project_code}-ZP`, evaluator: PerformanceEvaluator.SELF, scores },
      evaluatorId: project.row.owner_id,
    }),
});

/** Id of the third party. Throws BAD_USER_INPUT (REVIEWER) where a third party has no name or one of a party of the project, or a department names somebody. */
const reviewerOf = (
  { evaluator, reviewer }: Pick<EvaluateProjectInput, "evaluator" | "reviewer">,
  { owner_id, contractor_id, authority_uscc }: LockedProject["row"],
): string | undefined => {
  const id = reviewer == null ? undefined : `CN-USCC-${reviewer}`;
  const isThird = id !== undefined && ![owner_id, contractor_id, `CN-USCC-${authority_uscc}`].includes(id);
  if (evaluator === PerformanceEvaluator.THIRD_PARTY ? isThird : id === undefined) return id;
  throw badInput(
    "reviewer",
    "REVIEWER",
    "reviewer is the body of a THIRD_PARTY review, which is neither unit, contractor nor department; a DEPARTMENT names nobody.",
  );
};

/**
 * Reviewed: each target has its score. Throws BAD_USER_INPUT where the scores are not those of the targets (SCORES), or the unit itself is
 * named as who reviewed (EVALUATOR), and what `reviewerOf` throws.
 */
export const evaluation = (input: EvaluateProjectInput): ProjectStepAsked => {
  const { evaluator, scores, budgetConsequence } = input;
  if (evaluator === PerformanceEvaluator.SELF)
    throw badInput("evaluator", "EVALUATOR", "The unit's own evaluation is selfEvaluateFundProject.");
  return {
    event: "EVALUATE",
    async facts(project) {
      reviewerOf(input, project.row);
      return {
        performanceEvaluated: await isScored(project, input),
        selfEvaluated: await hasSelfEvaluation(project.trx, project.row.project_code),
      };
    },
    beside: (project) =>
      insert(project, {
        ...{ id: `PE-${project.row.project_code}`, evaluator, scores },
        evaluatorId: reviewerOf(input, project.row),
        budgetConsequence: budgetConsequence ?? undefined,
      }),
  };
};

/** Both evaluations are published, with a notice of the result. */
export const evaluationPublished: ProjectStepAsked = {
  event: "PUBLISH_EVALUATION",
  facts: async ({ trx, row }) => ({ evaluationPending: (await findPending(trx, [row.project_code])).length > 0 }),
  async beside(project) {
    const { trx, row, today } = project;
    await publishPending(trx, row.project_code);
    await publish(project, {
      ...{ kind: FundPublicationKind.PUBLIC_NOTICE, title: `${row.name}绩效评价结果公告`, endsOn: undefined },
      ...{ decidedOn: today, amount: await assignedTo(trx, row.project_code) },
    });
  },
};
