/** Figures of cases on matters, organisations and catalogue items. */
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { CatalogueItem } from "../catalogue-item/catalogue-item.type.js";
import type { MattersContext } from "../context.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "../organization/organization.type.js";
import { CaseStats } from "./case-statistics.type.js";

const YEAR = { description: "Year of completion (年度)." };

/** On matters. */
@Resolver(() => ServiceMatter)
export class MatterStatisticsResolver {
  @FieldResolver(() => CaseStats, { nullable: true, description: "Completed cases of a year (办件统计)." })
  caseStats(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: MattersContext,
    @Arg("year", () => Int, YEAR) year: number,
  ): Promise<CaseStats> {
    return services.statistics.find("MATTER", id, year);
  }
}

/** On organisations. */
@Resolver(() => Organization)
export class OrganizationStatisticsResolver {
  @FieldResolver(() => CaseStats, { nullable: true, description: "Cases that it completed in a year (办件统计)." })
  caseStats(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Arg("year", () => Int, YEAR) year: number,
  ): Promise<CaseStats> {
    return services.statistics.find("AGENCY", id, year);
  }
}

/** On catalogue items. */
@Resolver(() => CatalogueItem)
export class CatalogueStatisticsResolver {
  @FieldResolver(() => CaseStats, {
    nullable: true,
    description: "Completed cases of a year, of all agencies (办件统计).",
  })
  caseStats(
    @Root() { catalogCode }: CatalogueItem,
    @Ctx() { services }: MattersContext,
    @Arg("year", () => Int, YEAR) year: number,
  ): Promise<CaseStats> {
    return services.statistics.find("CATALOGUE", catalogCode, year);
  }
}
