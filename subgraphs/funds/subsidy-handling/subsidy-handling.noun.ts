/** Handling of subsidy batches (一卡通发放办理): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { addBatchVersions } from "./migrations/20261130122000_add_batch_versions.js";
import { addObjectedLines } from "./migrations/20261130141000_add_objected_lines.js";
import { SubsidyHandlingResolver } from "./subsidy-handling.resolver.js";
import { createSubsidyHandlingService } from "./subsidy-handling.service.js";
import { TOLD_RECIPIENT, TOLD_ROSTER_OBJECTION } from "./subsidy-handling.notices.js";

const services = { subsidyHandling: createSubsidyHandlingService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const subsidyHandling: Noun<FundsServices> = {
  resolvers: [SubsidyHandlingResolver],
  services,
  notices: [TOLD_RECIPIENT, TOLD_ROSTER_OBJECTION],
  migrations: [addBatchVersions, addObjectedLines],
};
