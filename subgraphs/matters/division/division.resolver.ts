/** What matters adds to divisions. */
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { type ConnectionShape, PageArgs, searchWords, toConnection } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { AlertArgs } from "../monitor-alert/monitor-alert.input.js";
import { AlertCounts, MonitorAlertConnection, type MonitorAlert } from "../monitor-alert/monitor-alert.type.js";
import { ServiceMatterFilter, ServiceMatterOrder } from "../matter/matter.input.js";
import { ServiceMatterConnection, type ServiceMatter } from "../matter/matter.type.js";
import { Division } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @FieldResolver(() => ServiceMatterConnection, {
    nullable: true,
    description: "Matters that are handled in the division and below it (本区划政务服务事项).",
  })
  async serviceMatters(
    @Root() { code }: Division,
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
    return toConnection(
      await services.matters.listOfDivision(code, { search: searchWords(search), filter, orderBy }, page),
    );
  }

  @FieldResolver(() => MonitorAlertConnection, {
    nullable: true,
    description: "Alerts of the division and below it that the viewer may know of (监察预警).",
  })
  async alerts(
    @Root() { code }: Division,
    @Ctx() { services }: MattersContext,
    @Args(() => AlertArgs) { level, light, state, ...page }: AlertArgs,
  ): Promise<ConnectionShape<MonitorAlert>> {
    return toConnection(await services.alerts.listOfDivision(code, { level, light, state }, page));
  }

  @FieldResolver(() => AlertCounts, {
    nullable: true,
    description: "How many alerts are open in the division and below it, by light (监察亮灯数量).",
  })
  alertCounts(@Root() { code }: Division, @Ctx() { services }: MattersContext): Promise<AlertCounts> {
    return services.alerts.countOfDivision(code);
  }
}
