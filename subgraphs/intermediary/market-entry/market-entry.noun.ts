/** Entry into the market (中介机构入驻): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { TOLD_ENTRY } from "./market-entry.notices.js";
import { MarketEntryResolver } from "./market-entry.resolver.js";
import { createMarketEntryService } from "./market-entry.service.js";
import { createEntryApplications } from "./migrations/20261130226000_create_entry_applications.js";

const services = { marketEntries: createMarketEntryService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const marketEntry: Noun<IntermediaryServices> = {
  resolvers: [MarketEntryResolver],
  services,
  notices: [TOLD_ENTRY],
  migrations: [createEntryApplications],
};
