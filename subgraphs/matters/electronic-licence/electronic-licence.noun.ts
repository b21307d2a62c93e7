/** Electronic licence (电子证照): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { ElectronicLicenceResolver } from "./electronic-licence.resolver.js";
import { createLicenceService } from "./electronic-licence.service.js";

const services = { licences: createLicenceService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const electronicLicence: Noun<MattersServices> = {
  owns: ["ElectronicLicence"],
  resolvers: [ElectronicLicenceResolver],
  references: {
    ElectronicLicence: ({ certificateNumber }, { licences }) => licences.find(String(certificateNumber)),
  },
  services,
};
