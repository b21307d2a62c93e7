/** Finds evaluations of policies for one viewer. */
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { PolicyEvaluationFilter } from "./policy-evaluation.input.js";
import { EVALUATIONS, narrowEvaluations } from "./policy-evaluation.repository.js";
import type { PolicyEvaluation } from "./policy-evaluation.type.js";

/** Service of evaluations. */
export interface PolicyEvaluationService {
  find(id: string): Promise<PolicyEvaluation | undefined>;
  list(filter: PolicyEvaluationFilter, page: PageArgs): Promise<Page<PolicyEvaluation>>;
  /** Those of a document, at most 10, the first given out first. */
  ofDocument(indexNo: string): Promise<PolicyEvaluation[]>;
}

const LATEST_FIRST = [
  { column: "commissioned_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createPolicyEvaluationService = (dependencies: ServiceDependencies): PolicyEvaluationService => {
  const reads = createRecordReads(dependencies, EVALUATIONS, {
    ...{ ordering: "policyEvaluations", orderBy: LATEST_FIRST, narrow: narrowEvaluations },
  });
  const ofDocument = reads.under(
    { column: "index_no", order: "commissioned_on, id", most: 10 },
    ({ indexNo }) => indexNo,
  );
  return { find: reads.find, list: reads.list, ofDocument: (indexNo) => ofDocument.load(indexNo) };
};
