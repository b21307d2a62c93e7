/** Root field and link of evaluations. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { FundsContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PerformanceEvaluation } from "./performance.type.js";

@Resolver(() => PerformanceEvaluation)
export class PerformanceEvaluationResolver {
  @Query(() => PerformanceEvaluation, { nullable: true, description: "An evaluation by id (按编号查绩效评价)." })
  performanceEvaluation(
    @Ctx() { services }: FundsContext,
    @Arg("id", () => ID, { description: "Id (评价编号)." }) id: string,
  ): Promise<PerformanceEvaluation | undefined> {
    return services.performance.find(id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that evaluated (评价机构)." })
  evaluatedBy(@Root() { evaluatorId }: PerformanceEvaluation): Organization | undefined {
    return evaluatorId === undefined ? undefined : { id: evaluatorId };
  }
}
