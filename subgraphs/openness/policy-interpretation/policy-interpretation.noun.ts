/** Interpretation of policies (政策解读): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createPolicyInterpretations } from "./migrations/20261130242000_create_policy_interpretations.js";
import { InterpretedDocumentResolver, PolicyInterpretationResolver } from "./policy-interpretation.resolver.js";
import { createPolicyInterpretationService } from "./policy-interpretation.service.js";

const services = { policyInterpretations: createPolicyInterpretationService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const policyInterpretation: Noun<OpennessServices> = {
  owns: ["PolicyInterpretation"],
  resolvers: [PolicyInterpretationResolver, InterpretedDocumentResolver],
  references: {
    PolicyInterpretation: ({ id }, { policyInterpretations }) => policyInterpretations.find(String(id)),
  },
  services,
  migrations: [createPolicyInterpretations],
};
