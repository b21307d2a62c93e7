/** What funds adds to divisions. */
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { MoneyScalar, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { AssistanceFigure } from "../assistance/assistance.type.js";
import type { FundsContext } from "../context.js";
import { FlowConnection, FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { Division, FlowDirection } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @FieldResolver(() => FlowConnection, {
    nullable: true,
    description: "Allocations into or out of it in a fiscal year, latest first (资金流向).",
  })
  async fundFlows(
    @Root() { code }: Division,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
    @Arg("direction", () => FlowDirection, {
      nullable: true,
      defaultValue: FlowDirection.IN,
      description: "Direction (资金方向).",
    })
    direction: FlowDirection,
  ): Promise<ConnectionShape<FundAllocation>> {
    return toConnection(await services.fundAllocations.divisionFlow(code, { year, direction }, page));
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description: "What it holds of a fiscal year's money on the day of the request (资金结余).",
  })
  fundBalance(
    @Root() { code }: Division,
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
  ): Promise<bigint> {
    return services.fundAllocations.balanceOf(code, year);
  }

  @FieldResolver(() => [AssistanceFigure], {
    nullable: true,
    description: "Assisted households by category, one to four not told; none for a village (帮扶对象统计).",
  })
  assistanceFigures(@Root() { code }: Division, @Ctx() { services }: FundsContext): Promise<AssistanceFigure[]> {
    return services.assistance.figures(code);
  }
}
