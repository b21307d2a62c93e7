/** Handling of inquiries (诉求办理): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { TOLD_INQUIRY } from "./inquiry-handling.notices.js";
import { InquiryHandlingResolver } from "./inquiry-handling.resolver.js";
import { createInquiryHandling } from "./inquiry-handling.service.js";

const services = { inquiryHandling: createInquiryHandling };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const inquiryHandling: Noun<OpennessServices> = {
  resolvers: [InquiryHandlingResolver],
  services,
  notices: [TOLD_INQUIRY],
};
