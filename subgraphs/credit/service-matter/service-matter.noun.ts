/** Service matter (政务服务事项), owned by matters: what this noun adds to the credit service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ServiceMatterResolver } from "./service-matter.resolver.js";

/** Declaration of the noun. */
export const serviceMatter: Noun<CreditServices> = {
  resolvers: [ServiceMatterResolver],
  references: {
    ServiceMatter: ({ id }) => ({ id }),
  },
};
