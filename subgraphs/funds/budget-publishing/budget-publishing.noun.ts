/** Publishing of budgets and final accounts (预决算公开办理): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { BudgetPublishingResolver } from "./budget-publishing.resolver.js";
import { createBudgetPublishingService } from "./budget-publishing.service.js";
import { addDisclosureVersions } from "./migrations/20261130123000_add_disclosure_versions.js";

const services = { budgetPublishing: createBudgetPublishingService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const budgetPublishing: Noun<FundsServices> = {
  resolvers: [BudgetPublishingResolver],
  services,
  migrations: [addDisclosureVersions],
};
