/** Finds decisions on accountability for one viewer. */
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { AccountabilityFilter } from "./accountability.input.js";
import { ACCOUNTABILITY } from "./accountability.repository.js";
import type { AccountabilityDecision } from "./accountability.type.js";

/** Service of decisions on accountability. */
export interface AccountabilityService {
  find(id: string): Promise<AccountabilityDecision | undefined>;
  list(filter: AccountabilityFilter, page: PageArgs): Promise<Page<AccountabilityDecision>>;
  /** Those that follow from a finding, at most 5. */
  ofFinding(findingId: string): Promise<AccountabilityDecision[]>;
}

const LATEST_FIRST = [
  { column: "decided_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createAccountabilityService = (dependencies: ServiceDependencies): AccountabilityService => {
  const reads = createRecordReads(dependencies, ACCOUNTABILITY, {
    ...{ ordering: "accountabilityDecisions", orderBy: LATEST_FIRST },
  });
  const ofFinding = reads.under(
    { column: "finding_id", order: "decided_on, id", most: 5 },
    ({ findingId }) => findingId,
  );
  return { find: reads.find, list: reads.list, ofFinding: (findingId) => ofFinding.load(findingId) };
};
