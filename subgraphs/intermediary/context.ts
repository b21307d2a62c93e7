/** What a request to the intermediary subgraph carries: its services, made new for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createAgencyProfileService, type AgencyProfileService } from "./agency-profile/agency-profile.service.js";
import {
  createIntermediaryServiceService,
  type IntermediaryServiceService,
} from "./intermediary-service/intermediary-service.service.js";

/** Services of the subgraph. */
export interface IntermediaryServices {
  readonly intermediaryServices: IntermediaryServiceService;
  readonly agencies: AgencyProfileService;
}

/** Context of its resolvers. */
export type IntermediaryContext = SubgraphContext<IntermediaryServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): IntermediaryServices => ({
  intermediaryServices: createIntermediaryServiceService(dependencies),
  agencies: createAgencyProfileService(dependencies),
});
