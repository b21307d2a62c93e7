/** Root fields and links of objections. */
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
import { ObjectionState } from "./objection.machine.js";
import { OBJECTION_CLOSURE, Objection, ObjectionConnection } from "./objection.type.js";

@Resolver(() => Objection)
export class ObjectionResolver {
  @Query(() => Objection, {
    nullable: true,
    description: "An objection by number, for the objector, the authority and supervisors (按编号查异议).",
  })
  objection(
    @Ctx() { services }: CreditContext,
    @Arg("no", () => ID, { description: "Number (异议编号)." }) no: string,
  ): Promise<Objection | undefined> {
    return services.objections.find(no);
  }

  @Query(() => ObjectionConnection, {
    nullable: true,
    description: "Objections that the viewer may know of, newest first (异议列表).",
  })
  async objections(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => ObjectionState, { nullable: true, description: "In this state (异议状态)." })
    state?: ObjectionState,
  ): Promise<ConnectionShape<Objection>> {
    return toConnection(await services.objections.list(state ?? undefined, page));
  }

  @Closed(OBJECTION_CLOSURE)
  @FieldResolver(() => CreditRecord, { nullable: true, description: "Record that is objected to (异议对象)." })
  record(@Root() { recordKind, recordId }: Objection, @Ctx() { services }: CreditContext): Promise<unknown> {
    return services.records.find(recordKind, recordId);
  }

  @Closed(OBJECTION_CLOSURE)
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that objects; null for natural persons (异议人).",
  })
  counterparty(@Root() { counterpartyId }: Objection): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @Closed(OBJECTION_CLOSURE)
  @FieldResolver(() => Organization, { nullable: true, description: "Authority of the record (认定机关)." })
  authority(@Root() { authorityId }: Objection): Organization {
    return { id: authorityId };
  }
}
