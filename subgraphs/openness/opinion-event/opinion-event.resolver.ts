/** Root fields, responses and link of events of public concern. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { OpinionEventFilter } from "./opinion-event.input.js";
import { OpinionEvent, OpinionEventConnection, OpinionResponse } from "./opinion-event.type.js";

@Resolver(() => OpinionEvent)
export class OpinionEventResolver {
  @Query(() => OpinionEvent, { nullable: true, description: "An event of public concern by id (按编号查政务舆情)." })
  opinionEvent(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (舆情编号)." }) id: string,
  ): Promise<OpinionEvent | undefined> {
    return services.opinionEvents.find(id);
  }

  @Query(() => OpinionEventConnection, {
    nullable: true,
    description:
      "Events of public concern that were answered, the last one detected first; for whom it concerns those that were not, too (政务舆情回应列表).",
  })
  async opinionEvents(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => OpinionEventFilter, { nullable: true, description: "Which events (筛选)." })
    filter?: OpinionEventFilter,
  ): Promise<ConnectionShape<OpinionEvent>> {
    return toConnection(await services.opinionEvents.list(filter ?? {}, page));
  }

  @FieldResolver(() => [OpinionResponse], { description: "What was answered, in order, at most ten (回应情况)." })
  responses(@Root() { id }: OpinionEvent, @Ctx() { services }: OpennessContext): Promise<OpinionResponse[]> {
    return services.opinionEvents.responses(id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that is responsible for the response first; null before it is named (第一责任主体).",
  })
  responsible(@Root() { responsibleId }: OpinionEvent): Organization | undefined {
    return responsibleId === undefined ? undefined : { id: responsibleId };
  }
}
