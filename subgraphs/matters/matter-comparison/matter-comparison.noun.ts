/** Comparison of matters (事项比对): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { MatterComparisonResolver, DivisionComparisonResolver } from "./matter-comparison.resolver.js";
import { createComparisonService } from "./matter-comparison.service.js";

const services = { comparisons: createComparisonService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const matterComparison: Noun<MattersServices> = {
  resolvers: [MatterComparisonResolver, DivisionComparisonResolver],
  services,
};
