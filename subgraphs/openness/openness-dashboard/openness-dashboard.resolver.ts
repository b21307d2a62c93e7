/** Root field of the dashboard of openness. */
import { Arg, Ctx, Int, Query, Resolver, SameForAll } from "../../../platform/graphql/classes/index.js";
import { Cached, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { OpennessDashboard } from "./openness-dashboard.type.js";

@Resolver()
export class OpennessDashboardResolver {
  @SameForAll()
  @Cached(300)
  @Query(() => OpennessDashboard, {
    nullable: true,
    description:
      "How open the bodies of a division and below it were in a year, counted from what is public (政务公开概览).",
  })
  opennessDashboard(
    @Ctx() { services }: OpennessContext,
    @Arg("division", () => DivisionCodeScalar, { description: "Division (行政区划)." }) division: string,
    @Arg("year", () => Int, { description: "Year, from 2008 to this one (年度)." }) year: number,
  ): Promise<OpennessDashboard> {
    return services.opennessDashboards.find(division, year);
  }
}
