/** Evaluation of credit (公共信用综合评价): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { createEvaluationService } from "./evaluation.service.js";

const services = { evaluations: createEvaluationService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const evaluation: Noun<CreditServices> = {
  services,
};
