/** Handling of requests for information (依申请公开办理): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { TOLD_REQUEST } from "./disclosure-handling.notices.js";
import { DisclosureHandlingResolver } from "./disclosure-handling.resolver.js";
import { createDisclosureHandling } from "./disclosure-handling.service.js";

const services = { disclosureHandling: createDisclosureHandling };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const disclosureHandling: Noun<OpennessServices> = {
  resolvers: [DisclosureHandlingResolver],
  services,
  notices: [TOLD_REQUEST],
};
