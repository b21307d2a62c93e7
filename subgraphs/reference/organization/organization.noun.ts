/** Organisation (机构): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { findOrganizationByReference } from "./organization.reference.js";
import { OrganizationResolver } from "./organization.resolver.js";
import { createOrganizationService } from "./organization.service.js";

const services = { organizations: createOrganizationService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const organization: Noun<ReferenceServices> = {
  owns: ["Organization"],
  resolvers: [OrganizationResolver],
  references: {
    Organization: findOrganizationByReference,
  },
  services,
  changes: [{ kind: "ORGANIZATION", type: "Organization", description: "Organisation, by id (机构)." }],
};
