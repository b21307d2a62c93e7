/** Standard of openness (政务公开标准): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createOpennessStandards } from "./migrations/20261201090000_create_openness_standards.js";
import { OpennessGapResolver, OpennessStandardResolver } from "./openness-standard.resolver.js";
import { createOpennessStandardService } from "./openness-standard.service.js";

const services = { opennessStandards: createOpennessStandardService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opennessStandard: Noun<OpennessServices> = {
  resolvers: [OpennessStandardResolver, OpennessGapResolver],
  services,
  migrations: [createOpennessStandards],
};
