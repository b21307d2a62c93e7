/** What a request to the funds subgraph carries: its services, made new for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import {
  createBudgetIndicatorService,
  type BudgetIndicatorService,
} from "./budget-indicator/budget-indicator.service.js";
import { createFundAllocationService, type FundAllocationService } from "./fund-allocation/fund-allocation.service.js";
import { createFundPolicyService, type FundPolicyService } from "./fund-policy/fund-policy.service.js";
import { createReconciliationService, type ReconciliationService } from "./reconciliation/reconciliation.service.js";

/** Services of the subgraph. */
export interface FundsServices {
  readonly fundPolicies: FundPolicyService;
  readonly budgetIndicators: BudgetIndicatorService;
  readonly fundAllocations: FundAllocationService;
  readonly reconciliations: ReconciliationService;
}

/** Context of its resolvers. */
export type FundsContext = SubgraphContext<FundsServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): FundsServices => ({
  fundPolicies: createFundPolicyService(dependencies),
  budgetIndicators: createBudgetIndicatorService(dependencies),
  fundAllocations: createFundAllocationService(dependencies),
  reconciliations: createReconciliationService(dependencies),
});
