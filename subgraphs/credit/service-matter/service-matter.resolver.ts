/** What credit adds to service matters. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { NeverCached } from "../../../platform/graphql/index.js";
import { RequiredCommitment } from "../commitment/commitment.type.js";
import type { CreditContext } from "../context.js";
import { LicenceStats, YearArgs } from "../statistics/statistics.type.js";
import { ServiceMatter } from "./service-matter.type.js";

@Resolver(() => ServiceMatter)
export class ServiceMatterResolver {
  @NeverCached()
  @FieldResolver(() => [RequiredCommitment], {
    nullable: "itemsAndList",
    description: "Commitments that it asks for or accepts in place of a material (所需信用承诺).",
  })
  requiredCommitments(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: CreditContext,
  ): Promise<RequiredCommitment[]> {
    return services.commitments.requiredByMatter(id);
  }

  @NeverCached()
  @FieldResolver(() => LicenceStats, {
    nullable: true,
    description: "Licences that were granted by it in a year (产生的行政许可统计).",
  })
  outcomeLicences(
    @Root() { id: matterId }: ServiceMatter,
    @Ctx() { services }: CreditContext,
    @Args(() => YearArgs) { year }: YearArgs,
  ): Promise<LicenceStats> {
    return services.statistics.licencesOf({ by: "matter", of: matterId, year });
  }
}
