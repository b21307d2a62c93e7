/** Project of the market (中介超市项目): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { MarketProjectResolver } from "./market-project.resolver.js";
import { createMarketProjectService } from "./market-project.service.js";

const services = { marketProjects: createMarketProjectService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const marketProject: Noun<IntermediaryServices> = {
  owns: ["MarketProject"],
  resolvers: [MarketProjectResolver],
  references: {
    MarketProject: ({ projectNo }, { marketProjects }) => marketProjects.find(String(projectNo)),
  },
  services,
};
