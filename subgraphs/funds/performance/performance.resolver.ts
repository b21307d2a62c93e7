/** Root fields and link of evaluations. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import type { FundsContext } from "../context.js";
import { FundProject } from "../fund-project/fund-project.type.js";
import { Organization } from "../organization/organization.type.js";
import { PerformanceBand } from "./performance.status.js";
import { PerformanceEvaluation, PerformanceEvaluationConnection } from "./performance.type.js";

@Resolver(() => PerformanceEvaluation)
export class PerformanceEvaluationResolver {
  @Cached(60)
  @Query(() => PerformanceEvaluation, { nullable: true, description: "An evaluation by id (按编号查绩效评价)." })
  performanceEvaluation(
    @Ctx() { services }: FundsContext,
    @Arg("id", () => ID, { description: "Id (评价编号)." }) id: string,
  ): Promise<PerformanceEvaluation | undefined> {
    return services.performance.find(id);
  }

  @Cached(60)
  @Query(() => PerformanceEvaluationConnection, {
    nullable: true,
    description: "Evaluations by band, latest first (绩效评价列表).",
  })
  async performanceEvaluations(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("band", () => PerformanceBand, { nullable: true, description: "Of this band alone (评价等级)." })
    band?: PerformanceBand,
  ): Promise<ConnectionShape<PerformanceEvaluation>> {
    return toConnection(await services.performance.list(band ?? undefined, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that evaluated (评价机构)." })
  evaluatedBy(@Root() { evaluatorId }: PerformanceEvaluation): Organization | undefined {
    return evaluatorId === undefined ? undefined : { id: evaluatorId };
  }

  @FieldResolver(() => BudgetAllotment, { nullable: true, description: "Allotment that it is about (相关指标)." })
  allotment(
    @Root() { allotmentNo }: PerformanceEvaluation,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> | undefined {
    return allotmentNo === undefined ? undefined : services.budgetAllotments.find(allotmentNo);
  }

  @FieldResolver(() => FundProject, { nullable: true, description: "Project that it is about (相关项目)." })
  project(
    @Root() { projectCode }: PerformanceEvaluation,
    @Ctx() { services }: FundsContext,
  ): Promise<FundProject | undefined> | undefined {
    return projectCode === undefined ? undefined : services.fundProjects.find(projectCode);
  }
}
