/** Published budget (预决算公开): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { BudgetDisclosureResolver } from "./budget-disclosure.resolver.js";
import { createBudgetDisclosureService } from "./budget-disclosure.service.js";

const services = { budgetDisclosures: createBudgetDisclosureService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const budgetDisclosure: Noun<FundsServices> = {
  owns: ["BudgetDisclosure"],
  resolvers: [BudgetDisclosureResolver],
  references: {
    BudgetDisclosure: ({ id }, { budgetDisclosures }) => budgetDisclosures.find(String(id)),
  },
  services,
};
