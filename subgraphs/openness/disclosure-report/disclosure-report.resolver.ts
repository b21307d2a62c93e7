/** The annual report of a body, and what it counts. */
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { DisclosureReport, DisclosureReportRow, DisclosureTimeliness, LINES } from "./disclosure-report.type.js";

/** On organisations. */
@Resolver(() => Organization)
export class OrganizationReportResolver {
  @FieldResolver(() => DisclosureReport, {
    nullable: true,
    description:
      "Its requests for information in a year, as the annual report counts them; null for a body that takes none (政府信息公开工作年度报告表三).",
  })
  disclosureReport(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
    @Arg("year", () => Int, { description: "Year, from 2008 to this one (年度)." }) year: number,
  ): Promise<DisclosureReport | undefined> {
    return services.disclosureReports.find(id, year);
  }
}

/** On reports. */
@Resolver(() => DisclosureReport)
export class DisclosureReportResolver {
  @ListSize(LINES)
  @FieldResolver(() => [DisclosureReportRow], {
    nullable: true,
    description:
      "The table in the order of its form, at most 25 lines; what was received and carried over was handled or is carried forward (表三各行).",
  })
  rows(@Root() report: DisclosureReport, @Ctx() { services }: OpennessContext): Promise<DisclosureReportRow[]> {
    return services.disclosureReports.rows(report);
  }

  @FieldResolver(() => DisclosureTimeliness, {
    nullable: true,
    description: "Whether they were answered in time, as they stood on the last day (答复时限情况).",
  })
  timeliness(@Root() report: DisclosureReport, @Ctx() { services }: OpennessContext): Promise<DisclosureTimeliness> {
    return services.disclosureReports.timeliness(report);
  }
}
