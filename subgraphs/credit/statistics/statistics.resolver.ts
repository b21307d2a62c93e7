/** Late publication as part of a year's figures. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { PublicationLateness } from "../publication/publication.type.js";
import { AuthorityPenalties, LateArgs, LicenceStats, PenaltyStats } from "./statistics.type.js";

@Resolver(() => PenaltyStats)
export class PenaltyStatsResolver {
  @ListSize(100)
  @FieldResolver(() => [AuthorityPenalties], {
    nullable: "itemsAndList",
    description:
      "By authority, most first, at most a hundred; counted are rows that the viewer would be given, so that no count says more than the list (按机关).",
  })
  byAuthority(@Root() { scope }: PenaltyStats, @Ctx() { services }: CreditContext): Promise<AuthorityPenalties[]> {
    return services.statistics.penaltiesByAuthority(scope);
  }

  @FieldResolver(() => PublicationLateness, { nullable: true, description: "Those published late, L12 (逾期公示)." })
  late(
    @Root() { scope }: PenaltyStats,
    @Ctx() { services }: CreditContext,
    @Args(() => LateArgs) { overWorkdays }: LateArgs,
  ): Promise<PublicationLateness> {
    return services.statistics.latePenalties(scope, overWorkdays);
  }
}

@Resolver(() => LicenceStats)
export class LicenceStatsResolver {
  @FieldResolver(() => PublicationLateness, { nullable: true, description: "Those published late, L12 (逾期公示)." })
  late(
    @Root() { scope }: LicenceStats,
    @Ctx() { services }: CreditContext,
    @Args(() => LateArgs) { overWorkdays }: LateArgs,
  ): Promise<PublicationLateness> {
    return services.statistics.lateLicences(scope, overWorkdays);
  }
}
