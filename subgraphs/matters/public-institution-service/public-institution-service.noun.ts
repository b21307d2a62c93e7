/** Service of a public institution (公共企事业单位服务): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { createPublicInstitutionServices } from "./migrations/20261126180000_create_public_institution_services.js";
import {
  PublicServiceResolver,
  PublicServicePriceResolver,
  OrganizationPublicServicesResolver,
  DivisionPublicServicesResolver,
} from "./public-institution-service.resolver.js";
import { createPublicServiceService } from "./public-institution-service.service.js";

const services = { publicServices: createPublicServiceService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const publicInstitutionService: Noun<MattersServices> = {
  owns: ["PublicInstitutionService"],
  resolvers: [
    PublicServiceResolver,
    PublicServicePriceResolver,
    OrganizationPublicServicesResolver,
    DivisionPublicServicesResolver,
  ],
  references: {
    PublicInstitutionService: ({ id }, { publicServices }) => publicServices.find(String(id)),
  },
  services,
  migrations: [createPublicInstitutionServices],
};
