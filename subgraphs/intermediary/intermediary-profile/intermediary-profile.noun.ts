/** Intermediary (中介服务机构): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { IntermediaryProfileResolver } from "./intermediary-profile.resolver.js";
import { createIntermediaryProfileService } from "./intermediary-profile.service.js";

const services = { intermediaries: createIntermediaryProfileService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const intermediaryProfile: Noun<IntermediaryServices> = {
  resolvers: [IntermediaryProfileResolver],
  services,
};
