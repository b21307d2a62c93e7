/** Root fields and links of sanctions. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { AgencySanctionFilter } from "./agency-sanction.input.js";
import { AgencySanction, AgencySanctionConnection } from "./agency-sanction.type.js";

@Resolver(() => AgencySanction)
export class AgencySanctionResolver {
  @Query(() => AgencySanction, { nullable: true, description: "A sanction by id (按编号查惩戒)." })
  agencySanction(
    @Ctx() { services }: IntermediaryContext,
    @Arg("id", () => ID, { description: "Id (惩戒编号)." }) id: string,
  ): Promise<AgencySanction | undefined> {
    return services.sanctions.find(id);
  }

  @Query(() => AgencySanctionConnection, { nullable: true, description: "Sanctions, newest notice first (惩戒列表)." })
  async agencySanctions(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AgencySanctionFilter, { nullable: true, description: "Which sanctions (筛选)." })
    filter?: AgencySanctionFilter,
  ): Promise<ConnectionShape<AgencySanction>> {
    return toConnection(await services.sanctions.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Sanctioned agency (被惩戒机构)." })
  agency(@Root() { agencyId }: AgencySanction): Organization {
    return { id: agencyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Deciding authority (决定机关)." })
  authority(@Root() { authorityId }: AgencySanction): Organization {
    return { id: authorityId };
  }
}
