/** Handling of sanctions (中介机构惩戒办理): what its writes add to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { writeSanctions } from "./migrations/20261130220000_write_sanctions.js";
import { TOLD_APPEAL, TOLD_SANCTION, TOLD_UNHEARD } from "./sanction-handling.notices.js";
import { SanctionHandlingResolver } from "./sanction-handling.resolver.js";
import { createSanctionHandlingService } from "./sanction-handling.service.js";

const services = { sanctionHandling: createSanctionHandlingService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const sanctionHandling: Noun<IntermediaryServices> = {
  resolvers: [SanctionHandlingResolver],
  services,
  notices: [TOLD_SANCTION, TOLD_UNHEARD, TOLD_APPEAL],
  migrations: [writeSanctions],
};
