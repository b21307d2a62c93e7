/** Organisation (机构), owned by reference: what this noun adds to the funds service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { OrganizationResolver, FundsReceivedResolver } from "./organization.resolver.js";

/** Declaration of the noun. */
export const organization: Noun<FundsServices> = {
  resolvers: [OrganizationResolver, FundsReceivedResolver],
  references: {
    Organization: ({ id }) => ({ id }),
  },
};
