/** What a request to the intermediary subgraph carries: its services, created for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import {
  createAgencyCompositeService,
  type AgencyCompositeService,
} from "./agency-composite/agency-composite.service.js";
import { createAgencyProfileService, type AgencyProfileService } from "./agency-profile/agency-profile.service.js";
import { createAgencySanctionService, type AgencySanctionService } from "./agency-sanction/agency-sanction.service.js";
import { createBidService, type BidService } from "./bid/bid.service.js";
import { createFindingService, type FindingService } from "./finding/finding.service.js";
import {
  createIntermediaryServiceService,
  type IntermediaryServiceService,
} from "./intermediary-service/intermediary-service.service.js";
import { createMarketProjectService, type MarketProjectService } from "./market-project/market-project.service.js";
import {
  createMarketStatisticsService,
  type MarketStatisticsService,
} from "./market-statistics/market-statistics.service.js";

/** Services of the subgraph. */
export interface IntermediaryServices {
  readonly intermediaryServices: IntermediaryServiceService;
  readonly agencies: AgencyProfileService;
  readonly composites: AgencyCompositeService;
  readonly sanctions: AgencySanctionService;
  readonly marketProjects: MarketProjectService;
  readonly bids: BidService;
  readonly findings: FindingService;
  readonly marketStatistics: MarketStatisticsService;
}

/** Context of its resolvers. */
export type IntermediaryContext = SubgraphContext<IntermediaryServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): IntermediaryServices => ({
  intermediaryServices: createIntermediaryServiceService(dependencies),
  agencies: createAgencyProfileService(dependencies),
  composites: createAgencyCompositeService(dependencies),
  sanctions: createAgencySanctionService(dependencies),
  marketProjects: createMarketProjectService(dependencies),
  bids: createBidService(dependencies),
  findings: createFindingService(dependencies),
  marketStatistics: createMarketStatisticsService(dependencies),
});
