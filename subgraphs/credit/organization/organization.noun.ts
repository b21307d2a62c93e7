/** Organisation (机构), owned by reference: what this noun adds to the credit service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { OrganizationResolver } from "./organization.resolver.js";

/** Declaration of the noun. */
export const organization: Noun<CreditServices> = {
  resolvers: [OrganizationResolver],
  references: {
    Organization: ({ id, name, uscc }) => ({ id, name, uscc }),
  },
};
