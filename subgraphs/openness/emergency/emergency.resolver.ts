/** Root fields of emergencies, their notices and clocks. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  DateTimeScalar,
  ListSize,
  NeverCached,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { EmergencyState } from "./emergency.enums.js";
import { EmergencyFilter } from "./emergency.input.js";
import { EmergencyClock, EmergencyEvent, EmergencyEventConnection, EmergencyNotice } from "./emergency.type.js";

@Resolver(() => EmergencyEvent)
export class EmergencyResolver {
  @Cached(10)
  @Query(() => EmergencyEvent, { nullable: true, description: "An emergency by id (按编号查突发事件)." })
  emergencyEvent(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (事件编号)." }) id: string,
  ): Promise<EmergencyEvent | undefined> {
    return services.emergencies.find(id);
  }

  @Cached(10)
  @Query(() => EmergencyEventConnection, {
    nullable: true,
    description: "Emergencies, the last one first (突发事件列表).",
  })
  async emergencyEvents(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => EmergencyFilter, { nullable: true, description: "Which (筛选)." }) filter?: EmergencyFilter,
  ): Promise<ConnectionShape<EmergencyEvent>> {
    return toConnection(await services.emergencies.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that tells of it, being responsible first (第一责任主体).",
  })
  firstResponsible(@Root() { organId }: EmergencyEvent): Organization {
    return { id: organId };
  }

  @ListSize(50)
  @FieldResolver(() => [EmergencyNotice], {
    nullable: true,
    description: "What the public was told by now, in order, at most 50 (信息发布).",
  })
  notices(@Root() { id }: EmergencyEvent, @Ctx() { services }: OpennessContext): Promise<EmergencyNotice[]> {
    return services.emergencies.notices(id);
  }

  @FieldResolver(() => EmergencyState, { nullable: true, description: "How far it has come (处置阶段)." })
  state(@Root() event: EmergencyEvent, @Ctx() { services }: OpennessContext): Promise<EmergencyState> {
    return services.emergencies.state(event);
  }

  @NeverCached()
  @FieldResolver(() => [EmergencyClock], {
    nullable: true,
    description:
      "Clocks of a grave or major one: to the first notice, and to the first meeting with the press; none of others (发布时限).",
  })
  clocks(@Root() event: EmergencyEvent, @Ctx() { services }: OpennessContext): Promise<EmergencyClock[]> {
    return services.emergencies.clocks(event) as Promise<EmergencyClock[]>;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "When the public is told next, as the last notice says (下次发布时间).",
  })
  async nextUpdateAt(@Root() { id }: EmergencyEvent, @Ctx() { services }: OpennessContext): Promise<Date | undefined> {
    return (await services.emergencies.nextUpdate(id)).at;
  }

  @NeverCached()
  @FieldResolver(() => Boolean, { nullable: true, description: "True where that is past (是否逾期未更新)." })
  async isUpdateOverdue(@Root() { id }: EmergencyEvent, @Ctx() { services }: OpennessContext): Promise<boolean> {
    return (await services.emergencies.nextUpdate(id)).isOverdue;
  }
}
