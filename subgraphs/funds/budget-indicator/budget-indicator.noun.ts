/** Budget indicator (预算指标): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { budgetIndicatorImport } from "./budget-indicator.import.js";
import { findBudgetIndicatorByReference } from "./budget-indicator.reference.js";
import { BudgetIndicatorResolver } from "./budget-indicator.resolver.js";
import { createBudgetIndicatorService } from "./budget-indicator.service.js";

const services = { budgetIndicators: createBudgetIndicatorService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const budgetIndicator: Noun<FundsServices> = {
  owns: ["BudgetIndicator"],
  resolvers: [BudgetIndicatorResolver],
  references: {
    BudgetIndicator: findBudgetIndicatorByReference,
  },
  services,
  imports: [budgetIndicatorImport],
  changes: [{ kind: "BUDGET_INDICATOR", description: "Issued budget indicator, by number (预算指标)." }],
};
