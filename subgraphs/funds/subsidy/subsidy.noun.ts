/** Subsidy to households (惠民补贴): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { VillageRosterResolver, SubsidyPaymentResolver, SubsidyFigureResolver } from "./subsidy.resolver.js";
import { createSubsidyService } from "./subsidy.service.js";

const services = { subsidies: createSubsidyService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const subsidy: Noun<FundsServices> = {
  resolvers: [VillageRosterResolver, SubsidyPaymentResolver, SubsidyFigureResolver],
  services,
};
