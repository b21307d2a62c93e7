/** Root fields and links of sanctions. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { IntermediarySanctionFilter } from "./intermediary-sanction.input.js";
import { IntermediarySanction, IntermediarySanctionConnection } from "./intermediary-sanction.type.js";

@Resolver(() => IntermediarySanction)
export class IntermediarySanctionResolver {
  @Query(() => IntermediarySanction, { nullable: true, description: "A sanction by id (按编号查惩戒)." })
  intermediarySanction(
    @Ctx() { services }: IntermediaryContext,
    @Arg("id", () => ID, { description: "Id (惩戒编号)." }) id: string,
  ): Promise<IntermediarySanction | undefined> {
    return services.sanctions.find(id);
  }

  @Query(() => IntermediarySanctionConnection, {
    nullable: true,
    description: "Sanctions, newest prior notice first (惩戒列表).",
  })
  async intermediarySanctions(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => IntermediarySanctionFilter, { nullable: true, description: "Which sanctions (筛选)." })
    filter?: IntermediarySanctionFilter,
  ): Promise<ConnectionShape<IntermediarySanction>> {
    return toConnection(await services.sanctions.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Sanctioned intermediary (被惩戒机构)." })
  intermediary(@Root() { intermediaryId }: IntermediarySanction): Organization {
    return { id: intermediaryId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Deciding authority (决定机关)." })
  authority(@Root() { authorityId }: IntermediarySanction): Organization {
    return { id: authorityId };
  }
}
