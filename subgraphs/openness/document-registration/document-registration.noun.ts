/** Registration of normative documents (规范性文件合法性审核、统一登记、备案): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { RegisteredDocumentResolver } from "./document-registration.resolver.js";
import { createDocumentRegistrationService } from "./document-registration.service.js";
import { createDocumentRegistrations } from "./migrations/20261201124000_create_document_registrations.js";

const services = { documentRegistrations: createDocumentRegistrationService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const documentRegistration: Noun<OpennessServices> = {
  resolvers: [RegisteredDocumentResolver],
  services,
  migrations: [createDocumentRegistrations],
};
