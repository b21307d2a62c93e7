/** What intermediary adds to cases. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import {
  IntermediaryProcurementConnection,
  type IntermediaryProcurement,
} from "../intermediary-procurement/intermediary-procurement.type.js";
import { ServiceCase } from "./service-case.type.js";

@Resolver(() => ServiceCase)
export class ServiceCaseResolver {
  @FieldResolver(() => IntermediaryProcurementConnection, {
    nullable: true,
    description: "Services commissioned for the case, for those who may know of it (关联采购项目).",
  })
  async intermediaryProcurements(
    @Root() { caseNo }: ServiceCase,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<IntermediaryProcurement>> {
    return toConnection(await services.intermediaryProcurements.listOfCase(caseNo, page));
  }
}
