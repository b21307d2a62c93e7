/** Links and computed fields of intermediaries. */
import { Args, Closed, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import {
  IntermediarySanctionConnection,
  type IntermediarySanction,
} from "../intermediary-sanction/intermediary-sanction.type.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { Organization } from "../organization/organization.type.js";
import { entryStateOf } from "./intermediary-profile.status.js";
import { EntryState } from "./intermediary-profile.machine.js";
import { IntermediaryProfile } from "./intermediary-profile.type.js";
import { IntermediaryStaffConnection, type IntermediaryStaff } from "./intermediary-staff.type.js";

@Resolver(() => IntermediaryProfile)
export class IntermediaryProfileResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "The organisation (机构)." })
  organization(@Root() { id }: IntermediaryProfile): Organization {
    return { id };
  }

  @ListSize(100)
  @FieldResolver(() => [IntermediaryService], {
    nullable: "items",
    description: "Services that it provides, at most 100 (服务事项, serviceCodes).",
  })
  async services(
    @Root() { id }: IntermediaryProfile,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<(IntermediaryService | undefined)[]> {
    const codes = await services.intermediaries.provided(id);
    return Promise.all(codes.map((code) => services.intermediaryServices.find(code)));
  }

  @FieldResolver(() => EntryState, {
    description: "Standing in the market on the day of the request, from sanctions in force (入驻状态).",
  })
  async entryState(@Root() { id }: IntermediaryProfile, @Ctx() { services }: IntermediaryContext): Promise<EntryState> {
    return entryStateOf(await services.sanctions.barring(id));
  }

  @FieldResolver(() => IntermediarySanctionConnection, {
    description: "Sanctions, newest prior notice first (惩戒记录).",
  })
  async sanctions(
    @Root() { id }: IntermediaryProfile,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<IntermediarySanction>> {
    return toConnection(await services.sanctions.listOfIntermediary(id, page));
  }

  @FieldResolver(() => IntermediaryStaffConnection, { description: "Qualified persons (从业人员)." })
  async staff(
    @Root() { id }: IntermediaryProfile,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<IntermediaryStaff>> {
    return toConnection(await services.intermediaries.staff(id, page));
  }

  @Closed({ tier: ["OWNER", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @ListSize(100)
  @FieldResolver(() => [Organization], {
    nullable: "itemsAndList",
    description: "Departments it declared a relation to, at most 100 (关联关系申报).",
  })
  async relatedApprovalDepts(
    @Root() { id }: IntermediaryProfile,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<Organization[]> {
    return (await services.intermediaries.declared(id)).map((related) => ({ id: related }));
  }
}
