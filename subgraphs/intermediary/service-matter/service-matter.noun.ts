/** Service matter (政务服务事项), owned by matters: what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { ServiceMatterResolver } from "./service-matter.resolver.js";

/** Declaration of the noun. */
export const serviceMatter: Noun<IntermediaryServices> = {
  resolvers: [ServiceMatterResolver],
  references: {
    ServiceMatter: ({ id }) => ({ id }),
  },
};
