/** Annual report of requests for information (年度报告): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { DisclosureReportResolver, OrganizationReportResolver } from "./disclosure-report.resolver.js";
import { createDisclosureReportService } from "./disclosure-report.service.js";

const services = { disclosureReports: createDisclosureReportService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const disclosureReport: Noun<OpennessServices> = {
  resolvers: [DisclosureReportResolver, OrganizationReportResolver],
  services,
};
