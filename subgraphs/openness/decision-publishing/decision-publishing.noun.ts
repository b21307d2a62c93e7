/** Publishing of decisions (决策公布): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { DecisionPublishingResolver } from "./decision-publishing.resolver.js";
import { createDecisionPublishing } from "./decision-publishing.service.js";

const services = { decisionPublishing: createDecisionPublishing };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const decisionPublishing: Noun<OpennessServices> = { resolvers: [DecisionPublishingResolver], services };
