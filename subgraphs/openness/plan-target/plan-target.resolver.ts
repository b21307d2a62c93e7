/** Root fields of targets, and the way to their bodies. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PlanTargetFilter } from "./plan-target.input.js";
import { PlanTarget, PlanTargetConnection } from "./plan-target.type.js";

@Resolver(() => PlanTarget)
export class PlanTargetResolver {
  @Cached(60)
  @Query(() => PlanTarget, { nullable: true, description: "A target by id (按编号查规划目标)." })
  planTarget(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (目标编号)." }) id: string,
  ): Promise<PlanTarget | undefined> {
    return services.planTargets.find(id);
  }

  @Cached(60)
  @Query(() => PlanTargetConnection, {
    nullable: true,
    description: "Targets of plans and of reports on the work of governments, by id (规划目标列表).",
  })
  async planTargets(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PlanTargetFilter, { nullable: true, description: "Which (筛选)." }) filter?: PlanTargetFilter,
  ): Promise<ConnectionShape<PlanTarget>> {
    return toConnection(await services.planTargets.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that is responsible for it (责任单位)." })
  responsible(@Root() { organId }: PlanTarget): Organization {
    return { id: organId };
  }
}
