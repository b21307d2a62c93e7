/** Root fields, links and computed amounts of projects. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  ListSize,
  MoneyScalar,
  PageArgs,
  searchWords,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { FundPublication, FundPublicationConnection } from "../publication/fund-publication.type.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { Organization } from "../organization/organization.type.js";
import { Payment, PaymentConnection } from "../payment/payment.type.js";
import { PerformanceEvaluation, PerformanceTarget } from "../performance/performance.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { FundProjectFilter } from "./fund-project.input.js";
import { FundProjectState, nextStates } from "./fund-project.machine.js";
import { FundProject, FundProjectConnection, SourceAmount } from "./fund-project.type.js";

@Resolver(() => FundProject)
export class FundProjectResolver {
  @Cached(60)
  @Query(() => FundProject, { nullable: true, description: "A project by code (按编码查资金项目)." })
  fundProject(
    @Ctx() { services }: FundsContext,
    @Arg("projectCode", () => ID, { description: "Code (项目编码)." }) projectCode: string,
  ): Promise<FundProject | undefined> {
    return services.fundProjects.find(projectCode);
  }

  @Cached(60)
  @Query(() => FundProjectConnection, {
    nullable: true,
    description: "Projects by name, place, state, owner and contractor, latest first (资金项目列表).",
  })
  async fundProjects(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "Words of the name (搜索词)." }) search?: string,
    @Arg("filter", () => FundProjectFilter, { nullable: true, description: "Which projects (筛选)." })
    filter?: FundProjectFilter,
  ): Promise<ConnectionShape<FundProject>> {
    return toConnection(await services.fundProjects.list({ search: searchWords(search), filter }, page));
  }

  @FieldResolver(() => FundPolicy, { nullable: true, description: "Policy that pays for it (资金政策)." })
  policy(@Root() { policyCode }: FundProject, @Ctx() { services }: FundsContext): Promise<FundPolicy | undefined> {
    return services.fundPolicies.find(policyCode);
  }

  @FieldResolver(() => Division, { nullable: true, description: "Where it is: county or township (建设地点)." })
  site(@Root() { divisionCode }: FundProject): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit that carries it out (实施单位)." })
  owner(@Root() { ownerId }: FundProject): Organization {
    return { id: ownerId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Contractor (施工或供货单位)." })
  contractor(@Root() { contractorId }: FundProject): Organization | undefined {
    return contractorId === undefined ? undefined : { id: contractorId };
  }

  @FieldResolver(() => [FundProjectState], { description: "States that may follow (后续状态)." })
  nextStates(@Root() { state }: FundProject): readonly FundProjectState[] {
    return nextStates(state);
  }

  @FieldResolver(() => [SourceAmount], {
    description: "Money assigned to it by level, up to the day of the request (资金来源与构成).",
  })
  async funding(
    @Root() { projectCode }: FundProject,
    @Ctx() { services }: FundsContext,
  ): Promise<readonly SourceAmount[]> {
    return (await services.fundProjects.funding(projectCode)).sources;
  }

  @FieldResolver(() => MoneyScalar, { description: "Assigned to it in all (资金规模)." })
  async assigned(@Root() { projectCode }: FundProject, @Ctx() { services }: FundsContext): Promise<bigint> {
    return (await services.fundProjects.funding(projectCode)).assigned;
  }

  @FieldResolver(() => MoneyScalar, { description: "Paid out of it, returns taken off (已支付)." })
  async paid(@Root() { projectCode }: FundProject, @Ctx() { services }: FundsContext): Promise<bigint> {
    return (await services.fundProjects.funding(projectCode)).paid;
  }

  @FieldResolver(() => PaymentConnection, { description: "Payments out of its money, latest first (支付明细)." })
  async payments(
    @Root() { projectCode }: FundProject,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Payment>> {
    return toConnection(await services.payments.listOfProject(projectCode, page));
  }

  @FieldResolver(() => FundPublicationConnection, {
    description: "Its publicity and public notices, latest first (公示公告).",
  })
  async publications(
    @Root() { projectCode }: FundProject,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<FundPublication>> {
    return toConnection(await services.publications.listOfProject(projectCode, page));
  }

  @ListSize(100)
  @FieldResolver(() => [ServiceCase], {
    nullable: "itemsAndList",
    description:
      "Cases by which it was approved, at most 100; a case is shown to its applicant, its agency and supervisors alone (审批办件).",
  })
  async approvalCases(@Root() { projectCode }: FundProject, @Ctx() { services }: FundsContext): Promise<ServiceCase[]> {
    return (await services.fundProjects.approvalCases(projectCode)).map((caseNo) => ({ caseNo }));
  }

  @FieldResolver(() => [PerformanceTarget], { description: "Performance targets with their weights (绩效目标)." })
  performance(@Root() { projectCode }: FundProject, @Ctx() { services }: FundsContext): Promise<PerformanceTarget[]> {
    return services.performance.targetsOfProject(projectCode);
  }

  @FieldResolver(() => [PerformanceEvaluation], { description: "Evaluations, earliest first (绩效评价)." })
  evaluations(
    @Root() { projectCode }: FundProject,
    @Ctx() { services }: FundsContext,
  ): Promise<PerformanceEvaluation[]> {
    return services.performance.evaluationsOfProject(projectCode);
  }
}
