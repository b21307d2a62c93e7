/** Reconciliation (对账): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { RuleResultResolver, RuleOffenderResolver } from "./reconciliation.resolver.js";
import { createReconciliationService } from "./reconciliation.service.js";

const services = { reconciliations: createReconciliationService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const reconciliation: Noun<FundsServices> = {
  resolvers: [RuleResultResolver, RuleOffenderResolver],
  services,
};
