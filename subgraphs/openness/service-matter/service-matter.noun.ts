/** Service matter (政务服务事项), owned by matters: what this noun adds to the openness service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { ServiceMatterResolver } from "./service-matter.resolver.js";

/** Declaration of the noun. */
export const serviceMatter: Noun<OpennessServices> = {
  resolvers: [ServiceMatterResolver],
  references: {
    ServiceMatter: ({ id }) => ({ id }),
  },
};
