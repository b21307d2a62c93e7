/** Handling of projects of the market (采购项目办理): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { addMarketWrites } from "./migrations/20261130084000_add_market_writes.js";
import { addReplies } from "./migrations/20261130223000_add_replies.js";
import { DisputeResolver } from "./dispute.resolver.js";
import { ProcurementHandlingResolver } from "./procurement-handling.resolver.js";
import { createProcurementHandlingService } from "./procurement-handling.service.js";
import { TOLD_BIDDER, TOLD_OPENING, TOLD_PROJECT } from "./procurement-handling.notices.js";

const services = { procurementHandling: createProcurementHandlingService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const procurementHandling: Noun<IntermediaryServices> = {
  resolvers: [ProcurementHandlingResolver, DisputeResolver],
  services,
  notices: [TOLD_PROJECT, TOLD_BIDDER, TOLD_OPENING],
  migrations: [addMarketWrites, addReplies],
};
