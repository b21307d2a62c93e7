/** Composite evaluation of an agency (综合评价): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { AgencyCompositeResolver } from "./agency-composite.resolver.js";
import { createAgencyCompositeService } from "./agency-composite.service.js";
import { addComposites } from "./migrations/20261126090000_add_composites.js";

const services = { composites: createAgencyCompositeService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const agencyComposite: Noun<IntermediaryServices> = {
  resolvers: [AgencyCompositeResolver],
  services,
  migrations: [addComposites],
};
