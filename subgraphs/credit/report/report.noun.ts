/** Credit report (信用报告): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { CreditReportResolver, ReportLineResolver, ReportResolver, ReportSectionResolver } from "./report.resolver.js";
import { createReportService } from "./report.service.js";

const services = { reports: createReportService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const report: Noun<CreditServices> = {
  resolvers: [CreditReportResolver, ReportLineResolver, ReportResolver, ReportSectionResolver],
  services,
};
