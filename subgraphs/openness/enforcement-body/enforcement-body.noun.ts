/** Enforcement bodies and certificates of their staff (行政执法主体、执法证件): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import {
  EnforcementBodyResolver,
  EnforcingOrganizationResolver,
  StaffCertificateResolver,
} from "./enforcement-body.resolver.js";
import { createEnforcementBodyService } from "./enforcement-body.service.js";
import { createEnforcementBodies } from "./migrations/20261201120000_create_enforcement_bodies.js";

const services = { enforcementBodies: createEnforcementBodyService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const enforcementBody: Noun<OpennessServices> = {
  owns: ["StaffCertificate"],
  resolvers: [EnforcingOrganizationResolver, EnforcementBodyResolver, StaffCertificateResolver],
  references: {
    StaffCertificate: ({ number }, { enforcementBodies }) => enforcementBodies.findCertificate(String(number)),
  },
  services,
  migrations: [createEnforcementBodies],
};
