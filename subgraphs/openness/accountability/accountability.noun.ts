/** Accountability (问责): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { AccountabilityResolver, AccountedFindingResolver } from "./accountability.resolver.js";
import { createAccountabilityService } from "./accountability.service.js";
import { createAccountabilityDecisions } from "./migrations/20261202150200_create_accountability_decisions.js";

const services = { accountability: createAccountabilityService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const accountability: Noun<OpennessServices> = {
  owns: ["AccountabilityDecision"],
  resolvers: [AccountabilityResolver, AccountedFindingResolver],
  references: {
    AccountabilityDecision: ({ id }, { accountability: decisions }) => decisions.find(String(id)),
  },
  services,
  migrations: [createAccountabilityDecisions],
};
