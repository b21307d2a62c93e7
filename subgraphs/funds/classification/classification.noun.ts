/** Classification of budgets (收支分类科目): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { ClassificationResolver } from "./classification.resolver.js";
import { createClassificationService } from "./classification.service.js";

const services = { classifications: createClassificationService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const classification: Noun<FundsServices> = {
  resolvers: [ClassificationResolver],
  services,
};
