/** What matters adds to organisations. */
import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  type ConnectionShape,
  ListSize,
  PageArgs,
  searchWords,
  toConnection,
} from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { AlertArgs } from "../monitor-alert/monitor-alert.input.js";
import { AlertCounts, MonitorAlertConnection, type MonitorAlert } from "../monitor-alert/monitor-alert.type.js";
import { CaseRole } from "../service-case/service-case.input.js";
import { CaseState } from "../service-case/service-case.state.js";
import { ServiceCaseConnection, type ServiceCase } from "../service-case/service-case.type.js";
import { ServiceMatterFilter, ServiceMatterOrder } from "../matter/matter.input.js";
import { ServiceMatterConnection, type ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => ServiceMatterConnection, {
    nullable: true,
    description: "Matters that the organisation implements (实施的政务服务事项).",
  })
  async serviceMatters(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => ServiceMatterFilter, { nullable: true, description: "Which matters (筛选)." })
    filter?: ServiceMatterFilter,
    @Arg("orderBy", () => ServiceMatterOrder, {
      nullable: true,
      defaultValue: ServiceMatterOrder.RELEVANCE,
      description: "Order (排序).",
    })
    orderBy: ServiceMatterOrder = ServiceMatterOrder.RELEVANCE,
  ): Promise<ConnectionShape<ServiceMatter>> {
    return toConnection(await services.matters.listOfDept(id, { search: searchWords(search), filter, orderBy }, page));
  }

  @ListSize(1000)
  @FieldResolver(() => [ID], {
    nullable: true,
    description:
      "Ids of the matters that it has published and not cancelled, handling items included, in order, at most 1000 (实施的事项编号).",
  })
  publishedMatterIds(@Root() { id }: Organization, @Ctx() { services }: MattersContext): Promise<string[]> {
    return services.publishedMatters.idsOfDept(id);
  }

  @FieldResolver(() => ServiceCaseConnection, {
    nullable: true,
    description: "Cases that it handles or applied for, and that the viewer may know of, newest first (办件).",
  })
  async cases(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => [CaseState], { nullable: true, description: "In one of these states (办件状态)." })
    states?: CaseState[],
    @Arg("role", () => CaseRole, { nullable: true, description: "In this role; either where left out (办件角色)." })
    role?: CaseRole,
  ): Promise<ConnectionShape<ServiceCase>> {
    const asked = { role: role ?? undefined, states: states ?? undefined };
    return toConnection(await services.cases.listOfOrganization(id, asked, page));
  }

  @FieldResolver(() => MonitorAlertConnection, {
    nullable: true,
    description: "Alerts about cases that it handles and that the viewer may know of (监察预警).",
  })
  async alerts(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Args(() => AlertArgs) { level, light, state, ...page }: AlertArgs,
  ): Promise<ConnectionShape<MonitorAlert>> {
    return toConnection(await services.alerts.listOfOrganization(id, { level, light, state }, page));
  }

  @FieldResolver(() => AlertCounts, {
    nullable: true,
    description: "How many alerts about its cases are open, by light (监察亮灯数量).",
  })
  alertCounts(@Root() { id }: Organization, @Ctx() { services }: MattersContext): Promise<AlertCounts> {
    return services.alerts.countOfOrganization(id);
  }
}
