/** Root fields of findings, and the ways between them, tasks and units. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { ImplementationTask } from "../implementation-task/implementation-task.type.js";
import { Organization } from "../organization/organization.type.js";
import { InspectionFindingFilter } from "./inspection-finding.input.js";
import { InspectionFinding, InspectionFindingConnection } from "./inspection-finding.type.js";

@Resolver(() => InspectionFinding)
export class InspectionFindingResolver {
  @Cached(60)
  @Query(() => InspectionFinding, { nullable: true, description: "A finding by id (按编号查督查、审计发现问题)." })
  inspectionFinding(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (问题编号)." }) id: string,
  ): Promise<InspectionFinding | undefined> {
    return services.inspectionFindings.find(id);
  }

  @Cached(60)
  @Query(() => InspectionFindingConnection, {
    nullable: true,
    description: "Findings of inspection and audit, the last found first (督查、审计发现问题列表).",
  })
  async inspectionFindings(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => InspectionFindingFilter, { nullable: true, description: "Which (筛选)." })
    filter?: InspectionFindingFilter,
  ): Promise<ConnectionShape<InspectionFinding>> {
    return toConnection(await services.inspectionFindings.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit that has to put it right (整改责任单位)." })
  unit(@Root() { organId }: InspectionFinding): Organization {
    return { id: organId };
  }

  @FieldResolver(() => ImplementationTask, { nullable: true, description: "Task that it is about, if any (相关任务)." })
  async task(
    @Root() { taskId }: InspectionFinding,
    @Ctx() { services }: OpennessContext,
  ): Promise<ImplementationTask | undefined> {
    return taskId === undefined ? undefined : services.implementationTasks.find(taskId);
  }
}

@Resolver(() => ImplementationTask)
export class InspectedTaskResolver {
  @ListSize(10)
  @FieldResolver(() => [InspectionFinding], {
    nullable: true,
    description: "What was found about it, the last found first, at most 10 (督查、审计发现问题).",
  })
  findings(@Root() { id }: ImplementationTask, @Ctx() { services }: OpennessContext): Promise<InspectionFinding[]> {
    return services.inspectionFindings.ofTask(id);
  }
}
