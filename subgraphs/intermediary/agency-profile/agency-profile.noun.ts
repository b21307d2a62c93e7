/** Intermediary agency (中介服务机构): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { AgencyProfileResolver } from "./agency-profile.resolver.js";
import { createAgencyProfileService } from "./agency-profile.service.js";

const services = { agencies: createAgencyProfileService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const agencyProfile: Noun<IntermediaryServices> = {
  resolvers: [AgencyProfileResolver],
  services,
};
