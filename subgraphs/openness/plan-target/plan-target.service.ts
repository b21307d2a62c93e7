/** Finds targets of plans for one viewer. */
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import type { PlanTargetFilter } from "./plan-target.input.js";
import { narrowTargets, TARGETS } from "./plan-target.repository.js";
import type { PlanTarget } from "./plan-target.type.js";

/** Service of targets. */
export interface PlanTargetService {
  find(id: string): Promise<PlanTarget | undefined>;
  list(filter: PlanTargetFilter, page: PageArgs): Promise<Page<PlanTarget>>;
}

const BY_ID = [{ column: "id", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createPlanTargetService = (dependencies: ServiceDependencies): PlanTargetService => {
  const reads = createRecordReads(dependencies, TARGETS, {
    ...{ ordering: "planTargets", orderBy: BY_ID, narrow: narrowTargets },
  });
  return { find: reads.find, list: reads.list };
};
