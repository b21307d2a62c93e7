/** Root fields of plans of training, their sessions and their coverage. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { TrainingPlanFilter } from "./training-plan.input.js";
import { TrainingCoverage, TrainingPlan, TrainingPlanConnection, TrainingSession } from "./training-plan.type.js";

@Resolver(() => TrainingPlan)
export class TrainingPlanResolver {
  @Cached(60)
  @Query(() => TrainingPlan, { nullable: true, description: "A plan of training by id (按编号查培训计划)." })
  trainingPlan(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (培训计划编号)." }) id: string,
  ): Promise<TrainingPlan | undefined> {
    return services.trainingPlans.find(id);
  }

  @Cached(60)
  @Query(() => TrainingPlanConnection, {
    nullable: true,
    description: "Plans of training on openness, the last year first (培训计划列表).",
  })
  async trainingPlans(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => TrainingPlanFilter, { nullable: true, description: "Which (筛选)." })
    filter?: TrainingPlanFilter,
  ): Promise<ConnectionShape<TrainingPlan>> {
    return toConnection(await services.trainingPlans.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that trains (组织单位)." })
  organiser(@Root() { organId }: TrainingPlan): Organization {
    return { id: organId };
  }

  @ListSize(20)
  @FieldResolver(() => [TrainingSession], { nullable: true, description: "Its sessions, at most 20 (培训班次)." })
  sessions(@Root() { id }: TrainingPlan, @Ctx() { services }: OpennessContext): Promise<TrainingSession[]> {
    return services.trainingPlans.sessions(id);
  }

  @FieldResolver(() => TrainingCoverage, {
    nullable: true,
    description: "How many of the staff of its division were trained (培训覆盖情况).",
  })
  coverage(@Root() plan: TrainingPlan, @Ctx() { services }: OpennessContext): Promise<TrainingCoverage> {
    return services.trainingPlans.coverage(plan);
  }
}
