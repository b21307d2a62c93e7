/** Root fields, transcript, documents and link of press events. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { PressEventFilter } from "./press-event.input.js";
import { PressEvent, PressEventConnection, PressStatement } from "./press-event.type.js";

@Resolver(() => PressEvent)
export class PressEventResolver {
  @Cached(60)
  @Query(() => PressEvent, { nullable: true, description: "A press event by id (按编号查新闻发布)." })
  pressEvent(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (发布活动编号)." }) id: string,
  ): Promise<PressEvent | undefined> {
    return services.pressEvents.find(id);
  }

  @Cached(60)
  @Query(() => PressEventConnection, {
    nullable: true,
    description: "Press events that are announced, the last one held or to be held first (新闻发布列表).",
  })
  async pressEvents(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PressEventFilter, { nullable: true, description: "Which (筛选)." })
    filter?: PressEventFilter,
  ): Promise<ConnectionShape<PressEvent>> {
    return toConnection(await services.pressEvents.list(filter ?? {}, page));
  }

  @ListSize(50)
  @FieldResolver(() => [PressStatement], {
    description: "What was asked and said, in order, at most 50; none before it is held (文字实录).",
  })
  transcript(@Root() event: PressEvent, @Ctx() { services }: OpennessContext): Promise<PressStatement[]> {
    return services.pressEvents.transcript(event);
  }

  @FieldResolver(() => [PublicDocument], {
    description: "Documents of which it speaks, at most ten (相关文件).",
  })
  documents(@Root() { id }: PressEvent, @Ctx() { services }: OpennessContext): Promise<PublicDocument[]> {
    return services.pressEvents.documents(id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that speaks (主办单位)." })
  organiser(@Root() { organiserId }: PressEvent): Organization {
    return { id: organiserId };
  }
}
