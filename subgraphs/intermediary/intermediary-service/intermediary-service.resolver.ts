/** Root fields and links of intermediary services. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
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
  searchWords,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { IntermediaryOrder } from "../intermediary-profile/intermediary-profile.input.js";
import { IntermediaryConnection, type IntermediaryProfile } from "../intermediary-profile/intermediary-profile.type.js";
import type { IntermediaryContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { IntermediaryServiceFilter } from "./intermediary-service.input.js";
import { Party } from "./intermediary-service.enums.js";
import { isListedOn } from "./is-listed.js";
import { IntermediaryService, IntermediaryServiceConnection } from "./intermediary-service.type.js";

@Resolver(() => IntermediaryService)
export class IntermediaryServiceResolver {
  @SameForAll()
  @Cached(60)
  @Query(() => IntermediaryService, { nullable: true, description: "A service by code (按编码查中介服务)." })
  intermediaryService(
    @Ctx() { services }: IntermediaryContext,
    @Arg("code", () => ID, { description: "Code (中介服务事项编码)." }) code: string,
  ): Promise<IntermediaryService | undefined> {
    return services.intermediaryServices.find(code);
  }

  @SameForAll()
  @Cached(60)
  @Query(() => IntermediaryServiceConnection, {
    nullable: true,
    description: "The list of intermediary services (中介服务清单).",
  })
  async intermediaryServices(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, { nullable: true, description: "Words of the name (搜索词)." }) search?: string,
    @Arg("filter", () => IntermediaryServiceFilter, { nullable: true, description: "Which services (筛选)." })
    filter?: IntermediaryServiceFilter,
  ): Promise<ConnectionShape<IntermediaryService>> {
    return toConnection(await services.intermediaryServices.list({ search: searchWords(search), filter }, page));
  }

  @FieldResolver(() => Party, { nullable: true, description: "Who pays: who commissions it (付费方, invariant N1)." })
  payer(@Root() { commissionedBy }: IntermediaryService): Party {
    return commissionedBy;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "True where it stands on the list on the day of the request; what does not may not be demanded (是否在清单内, 优化营商环境条例 第四十三条).",
  })
  isListed(@Root() service: IntermediaryService, @Ctx() { asOf }: IntermediaryContext): boolean {
    return isListedOn(service, localDateOf(asOf));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Approving department (审批部门)." })
  approvalDept(@Root() { approvalDeptId }: IntermediaryService): Organization | undefined {
    return approvalDeptId === undefined ? undefined : { id: approvalDeptId };
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division whose list it is on (清单所属区划)." })
  division(@Root() { divisionCode }: IntermediaryService): Division | undefined {
    return divisionCode === undefined ? undefined : { code: divisionCode };
  }

  @FieldResolver(() => [LegalBasis], { nullable: "itemsAndList", description: "Laws that require it (设定依据)." })
  legalBases(@Root() { legalBasisIds }: IntermediaryService): LegalBasis[] {
    return legalBasisIds.map((id) => ({ id }));
  }

  @ListSize(100)
  @FieldResolver(() => [ServiceMatter], {
    nullable: "itemsAndList",
    description: "Matters that require it, at most 100 (涉及的审批事项).",
  })
  linkedMatters(
    @Root() { code }: IntermediaryService,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<ServiceMatter[]> {
    return services.intermediaryServices.matters(code);
  }

  @FieldResolver(() => IntermediaryConnection, {
    nullable: true,
    description: "Intermediaries that provide it (服务机构).",
  })
  async intermediaries(
    @Root() { code }: IntermediaryService,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "In this division or below it (行政区划).",
    })
    division?: string,
    @Arg("orderBy", () => IntermediaryOrder, {
      nullable: true,
      defaultValue: IntermediaryOrder.NAME,
      description: "Order (排序).",
    })
    orderBy: IntermediaryOrder = IntermediaryOrder.NAME,
  ): Promise<ConnectionShape<IntermediaryProfile>> {
    return toConnection(await services.intermediaries.listOfService(code, { division, orderBy }, page));
  }
}
