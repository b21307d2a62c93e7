/** What a request to the funds subgraph carries: its services, created for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import {
  createFundAnnouncementService,
  type FundAnnouncementService,
} from "./announcement/fund-announcement.service.js";
import { createAssistanceService, type AssistanceService } from "./assistance/assistance.service.js";
import {
  createBudgetDisclosureService,
  type BudgetDisclosureService,
} from "./budget-disclosure/budget-disclosure.service.js";
import {
  createBudgetIndicatorService,
  type BudgetIndicatorService,
} from "./budget-indicator/budget-indicator.service.js";
import { createClassificationService, type ClassificationService } from "./classification/classification.service.js";
import { createFundAllocationService, type FundAllocationService } from "./fund-allocation/fund-allocation.service.js";
import { createFundPolicyService, type FundPolicyService } from "./fund-policy/fund-policy.service.js";
import { createFundProjectService, type FundProjectService } from "./fund-project/fund-project.service.js";
import { createPaymentService, type PaymentService } from "./payment/payment.service.js";
import { createPerformanceService, type PerformanceService } from "./performance/performance.service.js";
import { createReconciliationService, type ReconciliationService } from "./reconciliation/reconciliation.service.js";
import { createSpendingService, type SpendingService } from "./spending/spending.service.js";
import { createSubsidyService, type SubsidyService } from "./subsidy/subsidy.service.js";

/** Services of the subgraph. */
export interface FundsServices {
  readonly fundPolicies: FundPolicyService;
  readonly budgetIndicators: BudgetIndicatorService;
  readonly fundAllocations: FundAllocationService;
  readonly fundProjects: FundProjectService;
  readonly payments: PaymentService;
  readonly subsidies: SubsidyService;
  readonly announcements: FundAnnouncementService;
  readonly budgetDisclosures: BudgetDisclosureService;
  readonly performance: PerformanceService;
  readonly assistance: AssistanceService;
  readonly reconciliations: ReconciliationService;
  readonly spending: SpendingService;
  readonly classifications: ClassificationService;
}

/** Context of its resolvers. */
export type FundsContext = SubgraphContext<FundsServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): FundsServices => {
  const budgetIndicators = createBudgetIndicatorService(dependencies);
  return {
    fundPolicies: createFundPolicyService(dependencies),
    budgetIndicators,
    fundAllocations: createFundAllocationService(dependencies),
    fundProjects: createFundProjectService(dependencies),
    payments: createPaymentService(dependencies),
    subsidies: createSubsidyService(dependencies),
    announcements: createFundAnnouncementService(dependencies),
    budgetDisclosures: createBudgetDisclosureService(dependencies),
    performance: createPerformanceService(dependencies, budgetIndicators),
    assistance: createAssistanceService(dependencies),
    reconciliations: createReconciliationService(dependencies),
    spending: createSpendingService(dependencies),
    classifications: createClassificationService(dependencies),
  };
};
