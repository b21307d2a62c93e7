/** Consultation on a decision (公开征求意见): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { ConsultationTopicResolver, DecisionConsultationResolver } from "./decision-consultation.resolver.js";
import { createDecisionConsultationService } from "./decision-consultation.service.js";

const services = { decisionConsultations: createDecisionConsultationService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const decisionConsultation: Noun<OpennessServices> = {
  resolvers: [DecisionConsultationResolver, ConsultationTopicResolver],
  services,
};
