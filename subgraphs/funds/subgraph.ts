/** The funds subgraph: policies, budget indicators and the flow of public money, kept as a double-entry book. */
import "reflect-metadata";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { findBudgetIndicatorByReference } from "./budget-indicator/budget-indicator.reference.js";
import { BudgetIndicatorResolver } from "./budget-indicator/budget-indicator.resolver.js";
import { createServices, type FundsServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { findFundAllocationByReference } from "./fund-allocation/fund-allocation.reference.js";
import { FundAllocationResolver } from "./fund-allocation/fund-allocation.resolver.js";
import { FundPolicyResolver } from "./fund-policy/fund-policy.resolver.js";
import { migrations } from "./migrations/index.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { seedFunds } from "./seeds/seed.js";
import { ServiceMatterResolver } from "./service-matter/service-matter.resolver.js";

/** Definition of the subgraph. */
export const funds: SubgraphDefinition<FundsServices> = {
  name: "funds",
  owns: ["FundPolicy", "BudgetIndicator", "FundAllocation"],
  resolvers: [
    FundPolicyResolver,
    BudgetIndicatorResolver,
    FundAllocationResolver,
    OrganizationResolver,
    DivisionResolver,
    ServiceMatterResolver,
  ],
  references: {
    FundPolicy: ({ policyCode }, { fundPolicies }) => fundPolicies.find(String(policyCode)),
    BudgetIndicator: findBudgetIndicatorByReference,
    FundAllocation: findFundAllocationByReference,
    Organization: ({ id }) => ({ id }),
    Division: ({ code }) => ({ code }),
    ServiceMatter: ({ id }) => ({ id }),
  },
  createServices,
  migrations,
  changes: [{ kind: RecordKind.FUND_POLICY }, { kind: RecordKind.BUDGET_INDICATOR }],
  seed: seedFunds,
};
