/** Statistics of inquiries (群众诉求统计): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { InquiryStatisticsResolver } from "./inquiry-statistics.resolver.js";
import { createInquiryStatisticsService } from "./inquiry-statistics.service.js";

const services = { inquiryStatistics: createInquiryStatisticsService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const inquiryStatistics: Noun<OpennessServices> = {
  resolvers: [InquiryStatisticsResolver],
  services,
};
