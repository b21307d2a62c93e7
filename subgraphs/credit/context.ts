/** What a request to the credit subgraph carries: its services, made new for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createLicenceService, type LicenceService } from "./licence/licence.service.js";
import { createListEntryService, type ListEntryService } from "./list-entry/list-entry.service.js";
import { createOverviewService, type OverviewService } from "./overview/overview.service.js";
import { createPenaltyService, type PenaltyService } from "./penalty/penalty.service.js";

/** Services of the subgraph. */
export interface CreditServices {
  readonly licences: LicenceService;
  readonly penalties: PenaltyService;
  readonly listEntries: ListEntryService;
  readonly overview: OverviewService;
}

/** Context of its resolvers. */
export type CreditContext = SubgraphContext<CreditServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): CreditServices => ({
  licences: createLicenceService(dependencies),
  penalties: createPenaltyService(dependencies),
  listEntries: createListEntryService(dependencies),
  overview: createOverviewService(dependencies),
});
