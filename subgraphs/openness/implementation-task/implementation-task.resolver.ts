/** Root fields of tasks, their steps, and the ways between them and documents. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PublicDocument } from "../public-document/public-document.type.js";
import { ImplementationState } from "./implementation-task.enums.js";
import { ImplementationTaskFilter } from "./implementation-task.input.js";
import { progressOf, implementationState } from "./implementation-task.js";
import { ImplementationTask, ImplementationTaskConnection, TaskStep } from "./implementation-task.type.js";

@Resolver(() => ImplementationTask)
export class ImplementationTaskResolver {
  @Cached(60)
  @Query(() => ImplementationTask, { nullable: true, description: "A task by id (按编号查落实任务)." })
  implementationTask(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (任务编号)." }) id: string,
  ): Promise<ImplementationTask | undefined> {
    return services.implementationTasks.find(id);
  }

  @Cached(60)
  @Query(() => ImplementationTaskConnection, {
    nullable: true,
    description: "Tasks by which documents are carried out, the first due first (政策落实任务列表).",
  })
  async implementationTasks(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ImplementationTaskFilter, { nullable: true, description: "Which (筛选)." })
    filter?: ImplementationTaskFilter,
  ): Promise<ConnectionShape<ImplementationTask>> {
    return toConnection(await services.implementationTasks.list(filter ?? {}, page));
  }

  @FieldResolver(() => PublicDocument, { nullable: true, description: "Document that it carries out (来源文件)." })
  document(
    @Root() { indexNo }: ImplementationTask,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return services.publicDocuments.find(indexNo);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit that leads (牵头单位)." })
  leadUnit(@Root() { organId }: ImplementationTask): Organization {
    return { id: organId };
  }

  @ListSize(20)
  @FieldResolver(() => [Organization], {
    nullable: "itemsAndList",
    description: "Units that take part, at most 20 (配合单位).",
  })
  jointUnits(@Root() { jointUnitIds }: ImplementationTask): Organization[] {
    return jointUnitIds.slice(0, 20).map((id) => ({ id }));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Who co-ordinates, where somebody does (统筹单位).",
  })
  coordinator(@Root() { coordinatorId }: ImplementationTask): Organization | undefined {
    return coordinatorId === undefined ? undefined : { id: coordinatorId };
  }

  @ListSize(20)
  @FieldResolver(() => [TaskStep], { nullable: true, description: "Its steps in their order, at most 20 (任务步骤)." })
  steps(@Root() { id }: ImplementationTask, @Ctx() { services }: OpennessContext): Promise<TaskStep[]> {
    return services.implementationTasks.steps(id);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Hundredths of it that are done: the sum of the weights of the steps that are (完成进度, %).",
  })
  async progress(@Root() { id }: ImplementationTask, @Ctx() { services }: OpennessContext): Promise<number> {
    return progressOf(await services.implementationTasks.steps(id));
  }

  @FieldResolver(() => ImplementationState, { nullable: true, description: "How far it has come (任务状态)." })
  async state(@Root() task: ImplementationTask, @Ctx() { services }: OpennessContext): Promise<ImplementationState> {
    return implementationState(task, await services.implementationTasks.steps(task.id));
  }
}

@Resolver(() => TaskStep)
export class TaskStepResolver {
  @FieldResolver(() => PublicDocument, {
    nullable: true,
    description: "Document that shows it, where the viewer may know of it (佐证文件).",
  })
  async evidence(
    @Root() { evidenceIndexNo }: TaskStep,
    @Ctx() { services }: OpennessContext,
  ): Promise<PublicDocument | undefined> {
    return evidenceIndexNo === undefined ? undefined : services.publicDocuments.find(evidenceIndexNo);
  }
}

@Resolver(() => PublicDocument)
export class ImplementedDocumentResolver {
  @ListSize(20)
  @FieldResolver(() => [ImplementationTask], {
    nullable: true,
    description: "Tasks by which it is carried out, the first due first, at most 20 (落实任务).",
  })
  implementationTasks(
    @Root() { indexNo }: PublicDocument,
    @Ctx() { services }: OpennessContext,
  ): Promise<ImplementationTask[]> {
    return services.implementationTasks.ofDocument(indexNo);
  }
}
