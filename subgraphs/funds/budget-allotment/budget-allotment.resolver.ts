/** Root fields and links of allotments. */
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  DocumentNumberScalar,
  ListSize,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { FundPublication, FundPublicationConnection } from "../publication/fund-publication.type.js";
import { codeName } from "../classification/classification.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { checkedDepth } from "../fund-allocation/flow-depth.js";
import { FlowConnection, FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { Organization } from "../organization/organization.type.js";
import { PerformanceEvaluation, PerformanceTarget } from "../performance/performance.type.js";
import { Reconciliation } from "../reconciliation/reconciliation.type.js";
import { BudgetAllotmentFilter, BudgetAllotmentOrder } from "./budget-allotment.input.js";
import { BudgetAllotment, BudgetAllotmentConnection, AllotmentAdjustment } from "./budget-allotment.type.js";

@Resolver(() => BudgetAllotment)
export class BudgetAllotmentResolver {
  @Query(() => BudgetAllotment, { nullable: true, description: "An allotment by document number (按文号查指标)." })
  budgetAllotment(
    @Ctx() { services }: FundsContext,
    @Arg("allotmentNo", () => DocumentNumberScalar, { description: "Document number (指标文号)." })
    allotmentNo: string,
  ): Promise<BudgetAllotment | undefined> {
    return services.budgetAllotments.find(allotmentNo);
  }

  @Query(() => BudgetAllotmentConnection, {
    nullable: true,
    description: "Allotments by year, book, function and division (指标列表).",
  })
  async budgetAllotments(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => BudgetAllotmentFilter, { nullable: true, description: "Which allotments (筛选)." })
    filter?: BudgetAllotmentFilter,
    @Arg("orderBy", () => BudgetAllotmentOrder, {
      nullable: true,
      defaultValue: BudgetAllotmentOrder.ISSUED_ON,
      description: "Order (排序).",
    })
    orderBy: BudgetAllotmentOrder = BudgetAllotmentOrder.ISSUED_ON,
  ): Promise<ConnectionShape<BudgetAllotment>> {
    return toConnection(await services.budgetAllotments.list({ filter, orderBy }, page));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name of the function code in the year's table; absent where it is not in it (功能分类科目名称).",
  })
  functionName(@Root() { fiscalYear, functionCode }: BudgetAllotment): string | undefined {
    return codeName("FUNCTION", fiscalYear, functionCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Name of the government economic code in the year's table; absent where it is not in it (政府经济分类科目名称).",
  })
  govEconName(@Root() { fiscalYear, govEconCode }: BudgetAllotment): string | undefined {
    return govEconCode === undefined ? undefined : codeName("GOVERNMENT_ECONOMIC", fiscalYear, govEconCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Name of the departmental economic code in the year's table; absent where it is not in it (部门经济分类科目名称).",
  })
  deptEconName(@Root() { fiscalYear, deptEconCode }: BudgetAllotment): string | undefined {
    return deptEconCode === undefined ? undefined : codeName("DEPARTMENT_ECONOMIC", fiscalYear, deptEconCode);
  }

  @FieldResolver(() => BudgetAllotment, {
    nullable: true,
    description: "Allotment out of whose money it was issued (上级指标).",
  })
  upstream(
    @Root() { upstreamNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> | undefined {
    return upstreamNo === undefined ? undefined : services.budgetAllotments.find(upstreamNo);
  }

  @FieldResolver(() => BudgetAllotment, {
    nullable: true,
    description:
      "Allotment of an earlier year whose money was carried over into it; absent where nobody said so (结转来源指标).",
  })
  carriedFrom(
    @Root() { carriedFrom }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> | undefined {
    return carriedFrom === undefined ? undefined : services.budgetAllotments.find(carriedFrom);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division that issued it; absent for the central government (下达区划).",
  })
  fromDivision(@Root() { fromDivisionCode }: BudgetAllotment): Division | undefined {
    return fromDivisionCode === undefined ? undefined : { code: fromDivisionCode };
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division that received it (接收区划)." })
  toDivision(@Root() { toDivisionCode }: BudgetAllotment): Division {
    return { code: toDivisionCode };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      "Unit that receives it; absent where it was passed on to several, to divisions or to projects (接收单位).",
  })
  async toUnit(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<Organization | undefined> {
    const id = await services.budgetAllotments.unitId(allotmentNo);
    return id === undefined ? undefined : { id };
  }

  @FieldResolver(() => FundPolicy, { nullable: true, description: "Policy that the money serves (资金政策)." })
  policy(
    @Root() { policyCode }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<FundPolicy | undefined> | undefined {
    return policyCode === undefined ? undefined : services.fundPolicies.find(policyCode);
  }

  @FieldResolver(() => FlowConnection, {
    description: "Allocations made out of it, nearest first; those of allotments below it too (下游分配).",
  })
  async downstream(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("depth", () => Int, { nullable: true, defaultValue: 3, description: "How many steps down, 1 to 6 (层数)." })
    depth: number,
  ): Promise<ConnectionShape<FundAllocation>> {
    return toConnection(await services.fundAllocations.downstream(allotmentNo, checkedDepth(depth), page));
  }

  @FieldResolver(() => Reconciliation, {
    description: "Whether its money adds up, on the day of the request (资金核对).",
  })
  reconciliation(@Root() { allotmentNo }: BudgetAllotment, @Ctx() { services }: FundsContext): Promise<Reconciliation> {
    return services.reconciliations.ofAllotment(allotmentNo);
  }

  @ListSize(100)
  @FieldResolver(() => [AllotmentAdjustment], {
    description: "What its issuer added or took back, up to the day of the request, at most 100 (指标调整).",
  })
  adjustments(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<AllotmentAdjustment[]> {
    return services.budgetAllotments.adjustments(allotmentNo);
  }

  @FieldResolver(() => FundPublicationConnection, {
    description: "Publicity and public notices of it, latest first (公示公告).",
  })
  async publications(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<FundPublication>> {
    return toConnection(await services.publications.listOfAllotment(allotmentNo, page));
  }

  @FieldResolver(() => [PerformanceTarget], { description: "Performance targets with their weights (绩效目标)." })
  performance(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<PerformanceTarget[]> {
    return services.performance.targetsOfAllotment(allotmentNo);
  }

  @FieldResolver(() => [PerformanceEvaluation], { description: "Evaluations, earliest first (绩效评价)." })
  evaluations(
    @Root() { allotmentNo }: BudgetAllotment,
    @Ctx() { services }: FundsContext,
  ): Promise<PerformanceEvaluation[]> {
    return services.performance.evaluationsOfAllotment(allotmentNo);
  }
}
