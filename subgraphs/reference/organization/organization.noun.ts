/** Organisation (机构): what this noun adds to the reference service. */
import { inTransaction, inTrial } from "../../../platform/database/index.js";
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { organizationImport } from "./organization.import.js";
import { findOrganizationByReference } from "./organization.reference.js";
import { registerOrganizations, type OrganizationRegistration } from "./organization.registration.js";
import { findOrganizations } from "./organization.repository.js";
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
  imports: [organizationImport],
  batches: {
    /** Organisations for registrations, found or created, in the same order. */
    registerOrganizations: (input, { db }) =>
      inTransaction(db, (trx) => registerOrganizations(trx, input as OrganizationRegistration[])),
    /** The same for a dry run: nothing is created. */
    tryOrganizations: (input, { db }) =>
      inTrial(db, (trx) => registerOrganizations(trx, input as OrganizationRegistration[])),
    /** Organisations by credit code, in the same order; null where there is none, and none is created. */
    organizationsByUscc: async (input, { db }) => {
      const codes = input as string[];
      const found = new Map((await findOrganizations(db, "uscc", codes)).map((body) => [body.uscc, body]));
      return codes.map((code) => {
        const body = found.get(code);
        return body ? { id: body.id, uscc: body.uscc, name: body.name, divisionCode: body.divisionCode } : null;
      });
    },
  },
  changes: [{ kind: "ORGANIZATION", description: "Organisation, by id (机构)." }],
};
