/** Inquiry (群众诉求): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { InquiryResolver } from "./inquiry.resolver.js";
import { createInquiryService } from "./inquiry.service.js";
import { createInquiries } from "./migrations/20261201121000_create_inquiries.js";

const services = { inquiries: createInquiryService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const inquiry: Noun<OpennessServices> = {
  owns: ["Inquiry"],
  resolvers: [InquiryResolver],
  references: {
    Inquiry: ({ inquiryNo }, { inquiries }) => inquiries.find(String(inquiryNo)),
  },
  services,
  migrations: [createInquiries],
};
