/** Root field and links of alerts. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { AlertFile, MonitorAlert } from "./monitor-alert.type.js";

@Resolver(() => MonitorAlert)
export class MonitorAlertResolver {
  @Query(() => MonitorAlert, { nullable: true, description: "An alert by id (按编号查监察预警)." })
  monitorAlert(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { description: "Id (监察编号)." }) id: string,
  ): Promise<MonitorAlert | undefined> {
    return services.alerts.find(id);
  }

  @AlertFile()
  @FieldResolver(() => ServiceCase, { nullable: true, description: "Case (办件)." })
  case(@Root() { caseNo }: MonitorAlert, @Ctx() { services }: MattersContext): Promise<ServiceCase | undefined> {
    return services.cases.find(caseNo);
  }

  @AlertFile()
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: "First day of the light; of a recorded alert the day of the finding (预警日期).",
  })
  async raisedOn(
    @Root() { caseNo, recordedOn }: MonitorAlert,
    @Ctx() { services }: MattersContext,
  ): Promise<string | undefined> {
    return recordedOn ?? services.cases.raisedOn(caseNo);
  }
}
