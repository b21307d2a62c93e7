/** What lists add to organisations: which they have, and what does not fit their matters. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, NeverCached } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { AgencyList, PowerListFinding } from "./agency-list.type.js";

@Resolver(() => Organization)
export class ListingBodyResolver {
  @ListSize(20)
  @FieldResolver(() => [AgencyList], {
    nullable: true,
    description: "Its lists of powers, of duties, and of what it bars, at most 20 (权力、责任、负面清单).",
  })
  agencyLists(@Root() { id }: Organization, @Ctx() { services }: OpennessContext): Promise<AgencyList[]> {
    return services.agencyLists.listOfBody(id);
  }

  @Directive('@requires(fields: "publishedMatterIds")')
  @NeverCached()
  @ListSize(100)
  @FieldResolver(() => [PowerListFinding], {
    nullable: true,
    description:
      "What does not fit between the powers that it lists and the matters that it handles, joined by catalogue code, at most 100; absent where its matters are not told (权力清单问题).",
  })
  async powerListFindings(
    @Root() { id, publishedMatterIds }: Organization,
    @Ctx() { services }: OpennessContext,
  ): Promise<PowerListFinding[] | undefined> {
    if (publishedMatterIds == null) return undefined;
    return (await services.agencyLists.findings(id, publishedMatterIds)).slice(0, 100);
  }
}
