/** Request for information (政府信息公开申请): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { DisclosureRequestResolver } from "./disclosure-request.resolver.js";
import { createDisclosureRequestService } from "./disclosure-request.service.js";
import { createDisclosureRequests } from "./migrations/20261130261000_create_disclosure_requests.js";

const services = { disclosureRequests: createDisclosureRequestService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const disclosureRequest: Noun<OpennessServices> = {
  owns: ["DisclosureRequest"],
  resolvers: [DisclosureRequestResolver],
  references: {
    DisclosureRequest: ({ requestNo }, { disclosureRequests }) => disclosureRequests.find(String(requestNo)),
  },
  services,
  files: {
    DisclosureRequest: async (requestNo, { disclosureRequests }) =>
      (await disclosureRequests.find(requestNo)) !== undefined,
  },
  migrations: [createDisclosureRequests],
};
