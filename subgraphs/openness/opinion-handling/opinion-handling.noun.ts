/** Handling of opinions (意见办理): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { OpinionHandlingResolver } from "./opinion-handling.resolver.js";
import { createOpinionHandling } from "./opinion-handling.service.js";

const services = { opinionHandling: createOpinionHandling };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opinionHandling: Noun<OpennessServices> = { resolvers: [OpinionHandlingResolver], services };
