/** The root field `negativeList`. */
import { Arg, Args, Ctx, ID, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { Language, Reason } from "../../../platform/disclosure/vocabulary/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { NegativeListService } from "./negative-list.service.js";
import { ClosureReason, NegativeListConnection, NegativeListEntry } from "./negative-list.type.js";

/** What the resolver gets. */
export interface NegativeListContext {
  readonly language: Language;
  readonly services: { readonly negativeList: NegativeListService };
}

@Resolver(() => NegativeListEntry)
export class NegativeListResolver {
  @Query(() => NegativeListConnection, {
    description: "Every field that is not open, with reason, basis, day of review, mask and owner (不予公开清单).",
  })
  negativeList(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg("agency", () => ID, { nullable: true, description: "Id of the organisation that answers (责任单位)." })
    agency: string | undefined,
    @Arg("subgraph", () => String, { nullable: true, description: "Name of a subgraph (所属服务)." })
    subgraph: string | undefined,
    @Arg("reason", () => ClosureReason, { nullable: true, description: "Reason for not disclosing (不予公开理由)." })
    reason: Reason | undefined,
    @Ctx() { services, language }: NegativeListContext,
  ): ConnectionShape<NegativeListEntry> {
    const page = services.negativeList.list({ agency, subgraph, reason }, { first, after });
    const edges = page.edges.map(({ node: { tier, owner, ...row }, cursor }) => ({
      cursor,
      node: {
        ...row,
        tiers: tier,
        owner: owner[language],
        ...(owner.id === undefined ? {} : { ownerOrganization: { id: owner.id } }),
      },
    }));
    return toConnection({ ...page, edges });
  }
}
