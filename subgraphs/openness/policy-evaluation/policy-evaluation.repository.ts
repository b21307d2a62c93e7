/** SQL of evaluations of policies. */
import type { Knex } from "knex";
import { comeBy } from "../../../platform/domain/index.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import type { PolicyEvaluationFilter } from "./policy-evaluation.input.js";
import { evaluationState } from "./policy-evaluation.js";
import { POLICY_EVALUATIONS, type PolicyEvaluationRow } from "./policy-evaluation.rows.js";
import type { PolicyEvaluation } from "./policy-evaluation.type.js";

const shown = POLICY_EVALUATIONS.to<PolicyEvaluation>()(
  ...(["fieldFrom", "reportedOn", "conclusions", "score", "respondedOn", "response", "publishedOn"] as const),
);

/** The table, as records are read from it. */
export const EVALUATIONS: RecordTable<PolicyEvaluationRow, PolicyEvaluation> = {
  name: POLICY_EVALUATIONS.name,
  columns: POLICY_EVALUATIONS.columns,
  toNode(row, day) {
    const days = {
      ...{ fieldFrom: comeBy(row.field_from, day), reportedOn: comeBy(row.reported_on, day) },
      respondedOn: comeBy(row.responded_on, day),
    };
    const reported = days.reportedOn !== undefined;
    return shown(row, {
      ...{ ...days, publishedOn: comeBy(row.published_on, day), state: evaluationState(days) },
      conclusions: reported ? (row.conclusions ?? undefined) : undefined,
      score: reported ? (row.score ?? undefined) : undefined,
      response: days.respondedOn === undefined ? undefined : (row.response ?? undefined),
    });
  },
};

/** Leaves evaluations that fit. */
export const narrowEvaluations = (query: Knex.QueryBuilder, filter: PolicyEvaluationFilter): void => {
  if (filter.evaluatorKind != null) query.where("evaluator_kind", filter.evaluatorKind);
};
