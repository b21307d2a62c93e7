/** The funds subgraph: policies, budget indicators and the flow of public money, kept as a double-entry book. */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { FundAnnouncementResolver } from "./announcement/fund-announcement.resolver.js";
import { AssistanceStandardResolver } from "./assistance/assistance.resolver.js";
import { BudgetDisclosureResolver } from "./budget-disclosure/budget-disclosure.resolver.js";
import { budgetIndicatorImport } from "./budget-indicator/budget-indicator.import.js";
import { findBudgetIndicatorByReference } from "./budget-indicator/budget-indicator.reference.js";
import { BudgetIndicatorResolver } from "./budget-indicator/budget-indicator.resolver.js";
import { ClassificationResolver } from "./classification/classification.resolver.js";
import { createServices, type FundsServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { findFundAllocationByReference } from "./fund-allocation/fund-allocation.reference.js";
import { FundAllocationResolver } from "./fund-allocation/fund-allocation.resolver.js";
import { FundPolicyResolver } from "./fund-policy/fund-policy.resolver.js";
import { FundProjectResolver } from "./fund-project/fund-project.resolver.js";
import { migrations } from "./migrations/index.js";
import { FundsReceivedResolver, OrganizationResolver } from "./organization/organization.resolver.js";
import { PaymentResolver } from "./payment/payment.resolver.js";
import { PerformanceEvaluationResolver } from "./performance/performance.resolver.js";
import { RuleOffenderResolver, RuleResultResolver } from "./reconciliation/reconciliation.resolver.js";
import { clearFunds, seedFunds } from "./seeds/seed.js";
import { ServiceCaseResolver } from "./service-case/service-case.resolver.js";
import { ServiceMatterResolver } from "./service-matter/service-matter.resolver.js";
import { SpendingCategoryResolver, SpendingResolver } from "./spending/spending.resolver.js";
import { subsidyBatchImport } from "./subsidy/subsidy-batch.import.js";
import { SubsidyFigureResolver, SubsidyPaymentResolver, VillageRosterResolver } from "./subsidy/subsidy.resolver.js";

/** Definition of the subgraph. */
export const funds: SubgraphDefinition<FundsServices> = {
  name: "funds",
  owns: [
    "FundPolicy",
    "BudgetIndicator",
    "FundAllocation",
    "FundProject",
    "Payment",
    "BudgetDisclosure",
    "PerformanceEvaluation",
  ],
  resolvers: [
    FundPolicyResolver,
    BudgetIndicatorResolver,
    FundAllocationResolver,
    FundProjectResolver,
    PaymentResolver,
    VillageRosterResolver,
    SubsidyPaymentResolver,
    SubsidyFigureResolver,
    FundAnnouncementResolver,
    RuleResultResolver,
    RuleOffenderResolver,
    BudgetDisclosureResolver,
    PerformanceEvaluationResolver,
    AssistanceStandardResolver,
    SpendingResolver,
    SpendingCategoryResolver,
    ClassificationResolver,
    OrganizationResolver,
    FundsReceivedResolver,
    DivisionResolver,
    ServiceMatterResolver,
    ServiceCaseResolver,
  ],
  references: {
    FundPolicy: ({ policyCode }, { fundPolicies }) => fundPolicies.find(String(policyCode)),
    BudgetIndicator: findBudgetIndicatorByReference,
    FundAllocation: findFundAllocationByReference,
    FundProject: ({ projectCode }, { fundProjects }) => fundProjects.find(String(projectCode)),
    Payment: ({ paymentNo }, { payments }) => payments.find(String(paymentNo)),
    BudgetDisclosure: ({ id }, { budgetDisclosures }) => budgetDisclosures.find(String(id)),
    PerformanceEvaluation: ({ id }, { performance }) => performance.find(String(id)),
    Organization: ({ id }) => ({ id }),
    Division: ({ code }) => ({ code }),
    ServiceMatter: ({ id }) => ({ id }),
    ServiceCase: ({ projectNo }) => ({ projectNo }),
  },
  createServices,
  imports: [budgetIndicatorImport, subsidyBatchImport],
  migrations,
  changes: [{ kind: RecordKind.FUND_POLICY }, { kind: RecordKind.BUDGET_INDICATOR }],
  clear: clearFunds,
  seed: seedFunds,
};
