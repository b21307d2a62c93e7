/** Opinion on a draft (公众意见): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { OpinionResolver } from "./opinion.resolver.js";
import { createOpinionService } from "./opinion.service.js";

const services = { opinions: createOpinionService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opinion: Noun<OpennessServices> = {
  owns: ["Opinion"],
  resolvers: [OpinionResolver],
  references: {
    Opinion: ({ id }, { opinions }) => opinions.find(String(id)),
  },
  services,
};
