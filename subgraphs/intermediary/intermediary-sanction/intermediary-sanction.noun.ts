/** Sanction of an intermediary (中介机构处理): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { IntermediarySanctionResolver } from "./intermediary-sanction.resolver.js";
import { createIntermediarySanctionService } from "./intermediary-sanction.service.js";

const services = { sanctions: createIntermediarySanctionService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const intermediarySanction: Noun<IntermediaryServices> = {
  owns: ["IntermediarySanction"],
  resolvers: [IntermediarySanctionResolver],
  references: {
    IntermediarySanction: ({ id }, { sanctions }) => sanctions.find(String(id)),
  },
  services,
};
