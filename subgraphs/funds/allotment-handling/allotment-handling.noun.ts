/** Handling of allotments (指标管理): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { AllotmentHandlingResolver } from "./allotment-handling.resolver.js";
import { TOLD_ALLOTMENT } from "./allotment-handling.notices.js";
import { createAllotmentHandlingService } from "./allotment-handling.service.js";
import { addAllotmentVersions } from "./migrations/20261130120000_add_allotment_versions.js";
import { addCarriedFrom } from "./migrations/20261130140000_add_carried_from.js";

const services = { allotmentHandling: createAllotmentHandlingService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const allotmentHandling: Noun<FundsServices> = {
  resolvers: [AllotmentHandlingResolver],
  services,
  notices: [TOLD_ALLOTMENT],
  migrations: [addAllotmentVersions, addCarriedFrom],
};
