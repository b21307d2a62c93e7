/** Statistics of decisions (双公示统计): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { PenaltyStatsResolver, LicenceStatsResolver } from "./statistics.resolver.js";
import { createStatisticsService } from "./statistics.service.js";

const services = { statistics: createStatisticsService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const statistics: Noun<CreditServices> = {
  resolvers: [PenaltyStatsResolver, LicenceStatsResolver],
  services,
};
