/** Root fields and link of channels of participation. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  DivisionCodeScalar,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ParticipationChannel, ParticipationChannelConnection } from "./participation-channel.type.js";

@Resolver(() => ParticipationChannel)
export class ParticipationChannelResolver {
  @Cached(60)
  @Query(() => ParticipationChannel, { nullable: true, description: "A channel by id (按编号查公众参与渠道)." })
  participationChannel(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (渠道编号)." }) id: string,
  ): Promise<ParticipationChannel | undefined> {
    return services.participationChannels.find(id);
  }

  @Cached(60)
  @Query(() => ParticipationChannelConnection, {
    nullable: true,
    description: "Where bodies take what people ask and tell, by division (公众参与渠道列表).",
  })
  async participationChannels(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "In this division or below it (行政区划).",
    })
    division?: string | null,
  ): Promise<ConnectionShape<ParticipationChannel>> {
    return toConnection(await services.participationChannels.list(division ?? undefined, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that keeps it (主办单位)." })
  agency(@Root() { agencyId }: ParticipationChannel): Organization {
    return { id: agencyId };
  }
}
