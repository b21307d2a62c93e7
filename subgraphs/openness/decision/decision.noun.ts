/** Major decision (重大行政决策): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { DecisionResolver } from "./decision.resolver.js";
import { createDecisionService } from "./decision.service.js";
import { createDecisions } from "./migrations/20261130232000_create_decisions.js";

const services = { decisions: createDecisionService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const decision: Noun<OpennessServices> = {
  owns: ["Decision"],
  resolvers: [DecisionResolver],
  references: {
    Decision: ({ id }, { decisions }) => decisions.find(String(id)),
  },
  services,
  migrations: [createDecisions],
};
