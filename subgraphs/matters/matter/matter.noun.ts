/** Service matter (政务服务事项): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { MaterialResolver, ChannelsResolver, FeeItemResolver, SituationResolver } from "./material.resolver.js";
import { journalLoads } from "./migrations/20261130200000_journal_loads.js";
import { MatterResolver } from "./matter.resolver.js";
import { createMatterService } from "./matter.service.js";
import { createPublishedMatters } from "./published-matters.service.js";

const services = { matters: createMatterService, publishedMatters: createPublishedMatters };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const matter: Noun<MattersServices> = {
  owns: ["ServiceMatter"],
  resolvers: [MaterialResolver, ChannelsResolver, FeeItemResolver, SituationResolver, MatterResolver],
  references: {
    ServiceMatter: ({ id }, { matters }) => matters.find(String(id)),
  },
  services,
  migrations: [journalLoads],
  changes: [
    { kind: "SERVICE_MATTER", type: "ServiceMatter", description: "Published service matter, by id (实施清单)." },
  ],
};
