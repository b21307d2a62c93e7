/** Spending by category (支出): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { SpendingResolver, SpendingCategoryResolver } from "./spending.resolver.js";
import { createSpendingService } from "./spending.service.js";

const services = { spending: createSpendingService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const spending: Noun<FundsServices> = {
  resolvers: [SpendingResolver, SpendingCategoryResolver],
  services,
};
