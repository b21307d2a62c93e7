/** Links of comparisons, and the comparison of a division. */
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { CatalogCodeScalar, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { CaseStats } from "../case-statistics/case-statistics.type.js";
import type { MattersContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { MatterComparison, MatterComparisonConnection } from "./matter-comparison.type.js";

@Resolver(() => MatterComparison)
export class MatterComparisonResolver {
  @FieldResolver(() => CaseStats, { nullable: true, description: "Completed cases of a year (办件统计)." })
  caseStats(
    @Root() { matter }: MatterComparison,
    @Ctx() { services }: MattersContext,
    @Arg("year", () => Int, { description: "Year of completion (年度)." }) year: number,
  ): Promise<CaseStats> {
    return services.statistics.find("MATTER", matter.id, year);
  }
}

/** On divisions. */
@Resolver(() => Division)
export class DivisionComparisonResolver {
  @FieldResolver(() => MatterComparisonConnection, {
    nullable: true,
    description:
      "How the agencies of the division implement a catalogue item, the shortest promise first (事项横向比较).",
  })
  async matterComparison(
    @Root() { code }: Division,
    @Ctx() { services }: MattersContext,
    @Arg("catalogCode", () => CatalogCodeScalar, { description: "Catalogue item (基本编码)." }) catalogCode: string,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<MatterComparison>> {
    return toConnection(await services.comparisons.listOfDivision(code, catalogCode, page));
  }
}
