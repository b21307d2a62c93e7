/** Statistics of the market (中介超市统计): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { MarketStatisticsResolver, ServicePricesResolver } from "./market-statistics.resolver.js";
import { createMarketStatisticsService } from "./market-statistics.service.js";

const services = { marketStatistics: createMarketStatisticsService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const marketStatistics: Noun<IntermediaryServices> = {
  resolvers: [MarketStatisticsResolver, ServicePricesResolver],
  services,
};
