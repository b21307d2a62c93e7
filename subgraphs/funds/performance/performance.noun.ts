/** Evaluation of performance (绩效评价): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { PerformanceEvaluationResolver } from "./performance.resolver.js";
import { createPerformanceService } from "./performance.service.js";

const services = { performance: createPerformanceService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const performance: Noun<FundsServices> = {
  owns: ["PerformanceEvaluation"],
  resolvers: [PerformanceEvaluationResolver],
  references: {
    PerformanceEvaluation: ({ id }, { performance: evaluations }) => evaluations.find(String(id)),
  },
  services,
};
