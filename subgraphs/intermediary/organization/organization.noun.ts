/** Organisation (机构), owned by reference: what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { listFactsOf } from "./list-facts.js";
import { OrganizationResolver } from "./organization.resolver.js";

/** Declaration of the noun. */
export const organization: Noun<IntermediaryServices> = {
  resolvers: [OrganizationResolver],
  references: {
    Organization: ({ id, ...told }) => ({ id, ...listFactsOf(told) }),
  },
};
