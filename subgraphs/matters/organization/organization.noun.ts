/** Organisation (机构), owned by reference: what this noun adds to the matters service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { OrganizationResolver } from "./organization.resolver.js";

/** Declaration of the noun. */
export const organization: Noun<MattersServices> = {
  resolvers: [OrganizationResolver],
  references: {
    Organization: ({ id }) => ({ id }),
  },
};
