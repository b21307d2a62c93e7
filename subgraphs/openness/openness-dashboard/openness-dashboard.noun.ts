/** Dashboard of openness (政务公开概览): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { OpennessDashboardResolver } from "./openness-dashboard.resolver.js";
import { createOpennessDashboardService } from "./openness-dashboard.service.js";

const services = { opennessDashboards: createOpennessDashboardService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opennessDashboard: Noun<OpennessServices> = {
  resolvers: [OpennessDashboardResolver],
  services,
};
