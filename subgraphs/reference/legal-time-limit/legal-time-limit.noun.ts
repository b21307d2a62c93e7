/** Limits of the law (法定期限): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { LegalTimeLimitResolver } from "./legal-time-limit.resolver.js";
import { createLegalTimeLimitService } from "./legal-time-limit.service.js";

const services = { legalTimeLimits: createLegalTimeLimitService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const legalTimeLimit: Noun<ReferenceServices> = {
  owns: ["LegalTimeLimit"],
  resolvers: [LegalTimeLimitResolver],
  references: {
    LegalTimeLimit: ({ id }, { legalTimeLimits }) => legalTimeLimits.find(String(id)),
  },
  services,
};
