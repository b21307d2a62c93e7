/** Licence in publicity (行政许可公示): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { LicenceResolver } from "./licence.resolver.js";
import { createLicenceService } from "./licence.service.js";

const services = { licences: createLicenceService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const licence: Noun<CreditServices> = {
  owns: ["AdministrativeLicence"],
  resolvers: [LicenceResolver],
  references: {
    AdministrativeLicence: ({ id }, { licences }) => licences.find(String(id)),
  },
  services,
  changes: [{ kind: "LICENCE", type: "AdministrativeLicence", description: "Published licence, by id (行政许可)." }],
};
