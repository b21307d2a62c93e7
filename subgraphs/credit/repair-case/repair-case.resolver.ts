/** Root fields and links of repair cases. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { CreditRecord } from "../record/record.type.js";
import { RepairState } from "./repair-case.machine.js";
import { REPAIR_CLOSURE, RepairCase, RepairCaseConnection } from "./repair-case.type.js";

@Resolver(() => RepairCase)
export class RepairCaseResolver {
  @Query(() => RepairCase, {
    nullable: true,
    description: "A repair case by number, for its subject, authority and supervisors (按编号查信用修复).",
  })
  repairCase(
    @Ctx() { services }: CreditContext,
    @Arg("no", () => ID, { description: "Number (受理编号)." }) no: string,
  ): Promise<RepairCase | undefined> {
    return services.repairCases.find(no);
  }

  @Query(() => RepairCaseConnection, {
    nullable: true,
    description: "Repair cases that the viewer may know of, newest application first (信用修复列表).",
  })
  async repairCases(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => RepairState, { nullable: true, description: "In this state (办理状态)." }) state?: RepairState,
  ): Promise<ConnectionShape<RepairCase>> {
    return toConnection(await services.repairCases.list(state ?? undefined, page));
  }

  @Closed(REPAIR_CLOSURE)
  @FieldResolver(() => CreditRecord, { nullable: true, description: "Record that is to be repaired (修复对象)." })
  record(@Root() { recordKind, recordId }: RepairCase, @Ctx() { services }: CreditContext): Promise<unknown> {
    return services.records.find(recordKind, recordId);
  }

  @Closed(REPAIR_CLOSURE)
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that applied; null for natural persons (申请主体).",
  })
  counterparty(@Root() { counterpartyId }: RepairCase): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @Closed(REPAIR_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Authority that decides (认定机关)." })
  authority(@Root() { authorityId }: RepairCase): Organization {
    return { id: authorityId };
  }
}
