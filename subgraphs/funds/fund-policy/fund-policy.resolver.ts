/** Root fields and links of fund policies. */
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
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  DivisionCodeScalar,
  ListSize,
  PageArgs,
  checkedYear,
  searchWords,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { FundPublication, FundPublicationConnection } from "../publication/fund-publication.type.js";
import type { FundsContext } from "../context.js";
import { checkedDepth } from "../fund-allocation/flow-depth.js";
import { FlowConnection, FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { Organization } from "../organization/organization.type.js";
import { Reconciliation } from "../reconciliation/reconciliation.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { SubsidyFigure, SubsidyFigureConnection, SubsidyGrouping } from "../subsidy/subsidy-figure.type.js";
import { isSensitive } from "../subsidy/subsidy.policy.js";
import { FundPolicyFilter } from "./fund-policy.input.js";
import { FundPolicy, FundPolicyConnection } from "./fund-policy.type.js";

@Resolver(() => FundPolicy)
export class FundPolicyResolver {
  @SameForAll()
  @Cached(60)
  @Query(() => FundPolicy, { nullable: true, description: "A policy by code (按编码查资金政策)." })
  fundPolicy(
    @Ctx() { services }: FundsContext,
    @Arg("policyCode", () => ID, { description: "Code (政策编码)." }) policyCode: string,
  ): Promise<FundPolicy | undefined> {
    return services.fundPolicies.find(policyCode);
  }

  @SameForAll()
  @Cached(60)
  @Query(() => FundPolicyConnection, {
    nullable: true,
    description: "Policies by name, kind, department and day in force (资金政策列表).",
  })
  async fundPolicies(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "Words of the name (搜索词)." }) search?: string,
    @Arg("filter", () => FundPolicyFilter, { nullable: true, description: "Which policies (筛选)." })
    filter?: FundPolicyFilter,
  ): Promise<ConnectionShape<FundPolicy>> {
    return toConnection(await services.fundPolicies.list({ search: searchWords(search), filter }, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Department in charge (主管部门)." })
  competentDept(@Root() { competentDeptId }: FundPolicy): Organization | undefined {
    return competentDeptId === undefined ? undefined : { id: competentDeptId };
  }

  @ListSize(100)
  @FieldResolver(() => [ServiceMatter], {
    nullable: "itemsAndList",
    description: "Matters by which it is applied for, at most 100 (申领事项).",
  })
  async applyMatters(
    @Root() { policyCode }: FundPolicy,
    @Ctx() { services }: FundsContext,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "Only matters of this division and those below it (行政区划).",
    })
    division?: string,
  ): Promise<ServiceMatter[]> {
    return (await services.fundPolicies.matterIds(policyCode, division ?? undefined)).map((id) => ({ id }));
  }

  @FieldResolver(() => FlowConnection, {
    description: "Where a year's money went, from the source down (资金流向).",
  })
  async flow(
    @Root() { policyCode }: FundPolicy,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
    @Arg("toVillage", () => DivisionCodeScalar, {
      nullable: true,
      description: "Only the way to recipients in this division (流向区划).",
    })
    toVillage: string | undefined,
    @Arg("depth", () => Int, {
      nullable: true,
      defaultValue: 6,
      description: "How many steps from the source, 1 to 6 (层数).",
    })
    depth: number,
  ): Promise<ConnectionShape<FundAllocation>> {
    const flow = { year, depth: checkedDepth(depth), ...(toVillage == null ? {} : { toVillage }) };
    return toConnection(await services.fundAllocations.policyFlow(policyCode, flow, page));
  }

  @FieldResolver(() => Reconciliation, {
    description: "Whether a year's money adds up, on the day of the request (资金核对).",
  })
  reconciliation(
    @Root() { policyCode }: FundPolicy,
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
    @Arg("toVillage", () => DivisionCodeScalar, {
      nullable: true,
      description: "Only money of which some goes to this division (流向区划).",
    })
    toVillage?: string,
  ): Promise<Reconciliation> {
    return services.reconciliations.ofPolicy(policyCode, year, toVillage ?? undefined);
  }

  @FieldResolver(() => Boolean, {
    description: "True where nobody is named outside the village's roster, nor found by a search (是否敏感补贴).",
  })
  sensitive(@Root() { kind }: FundPolicy): boolean {
    return isSensitive(kind);
  }

  @FieldResolver(() => FundPublicationConnection, {
    description: "Publicity and public notices about its money, latest first (公示公告).",
  })
  async publications(
    @Root() { policyCode }: FundPolicy,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "Only those posted in this division or below it (发布区划).",
    })
    division?: string,
  ): Promise<ConnectionShape<FundPublication>> {
    return toConnection(await services.publications.listOfPolicy(policyCode, division ?? undefined, page));
  }

  @FieldResolver(() => SubsidyFigureConnection, {
    description: "What it paid to persons in a year, by division; groups of one to four are suppressed (补贴发放统计).",
  })
  async subsidyFigures(
    @Root() { policyCode }: FundPolicy,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("year", () => Int, { description: "Year of payment (发放年度)." }) year: number,
    @Arg("by", () => SubsidyGrouping, {
      nullable: true,
      defaultValue: SubsidyGrouping.COUNTY,
      description: "Grouping (统计层级).",
    })
    by: SubsidyGrouping,
  ): Promise<ConnectionShape<SubsidyFigure>> {
    return toConnection(await services.subsidies.figures(policyCode, { year: checkedYear(year), by }, page));
  }
}
