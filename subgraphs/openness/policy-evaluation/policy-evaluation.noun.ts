/** Evaluations of policies (政策评估): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { OpennessServices } from "../context.js";
import { clearEvaluations, seedEvaluations } from "../seeds/policy-evaluations.js";
import { createPolicyEvaluations } from "./migrations/20261202150400_create_policy_evaluations.js";
import { EvaluatedDocumentResolver, PolicyEvaluationResolver } from "./policy-evaluation.resolver.js";
import { createPolicyEvaluationService } from "./policy-evaluation.service.js";

const services = { policyEvaluations: createPolicyEvaluationService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const policyEvaluation: Noun<OpennessServices, DemonstrationWorld> = {
  owns: ["PolicyEvaluation"],
  resolvers: [PolicyEvaluationResolver, EvaluatedDocumentResolver],
  references: { PolicyEvaluation: ({ id }, { policyEvaluations }) => policyEvaluations.find(String(id)) },
  services,
  migrations: [createPolicyEvaluations],
  clear: clearEvaluations,
  seed: seedEvaluations,
};
