/** Budget allotment (预算指标): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { findBudgetAllotmentByReference } from "./budget-allotment.reference.js";
import { BudgetAllotmentResolver } from "./budget-allotment.resolver.js";
import { createBudgetAllotmentService } from "./budget-allotment.service.js";

const services = { budgetAllotments: createBudgetAllotmentService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const budgetAllotment: Noun<FundsServices> = {
  owns: ["BudgetAllotment"],
  resolvers: [BudgetAllotmentResolver],
  references: {
    BudgetAllotment: findBudgetAllotmentByReference,
  },
  services,
  changes: [
    {
      kind: "BUDGET_ALLOTMENT",
      type: "BudgetAllotment",
      description: "Issued budget allotment, by number (预算指标).",
    },
  ],
};
