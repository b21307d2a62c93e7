/** What credit adds to divisions. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { NeverCached } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { LicenceStats, PenaltyStats, YearArgs } from "../statistics/statistics.type.js";
import { Division } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @NeverCached()
  @FieldResolver(() => PenaltyStats, {
    nullable: true,
    description: "Penalties decided in a year in it and below it (行政处罚统计).",
  })
  penaltyStats(
    @Root() { code: of }: Division,
    @Ctx() { services }: CreditContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<PenaltyStats> {
    return services.statistics.penaltiesOf({ by: "division", of, year });
  }

  @NeverCached()
  @FieldResolver(() => LicenceStats, {
    nullable: true,
    description: "Licences decided in a year in it and below it (行政许可统计).",
  })
  licenceStats(
    @Root() { code: of }: Division,
    @Ctx() { services }: CreditContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<LicenceStats> {
    return services.statistics.licencesOf({ by: "division", of, year });
  }
}
