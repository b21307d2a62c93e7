/** Links and computed fields of intermediaries. */
import { Args, Closed, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { AgencySanctionConnection, type AgencySanction } from "../agency-sanction/agency-sanction.type.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { Organization } from "../organization/organization.type.js";
import { entryStateOf } from "./agency-profile.status.js";
import { EntryState } from "./agency-profile.machine.js";
import { AgencyProfile } from "./agency-profile.type.js";
import { AgencyStaffConnection, type AgencyStaff } from "./agency-staff.type.js";

@Resolver(() => AgencyProfile)
export class AgencyProfileResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "The organisation (机构)." })
  organization(@Root() { id }: AgencyProfile): Organization {
    return { id };
  }

  @ListSize(100)
  @FieldResolver(() => [IntermediaryService], {
    nullable: "items",
    description: "Services that it provides, at most 100 (服务事项, serviceCodes).",
  })
  async services(
    @Root() { id }: AgencyProfile,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<(IntermediaryService | undefined)[]> {
    const codes = await services.agencies.provided(id);
    return Promise.all(codes.map((code) => services.intermediaryServices.find(code)));
  }

  @FieldResolver(() => EntryState, {
    description: "Standing in the market on the day of the request, from sanctions in force (入驻状态).",
  })
  async entryState(@Root() { id }: AgencyProfile, @Ctx() { services }: IntermediaryContext): Promise<EntryState> {
    return entryStateOf(await services.sanctions.barring(id));
  }

  @FieldResolver(() => AgencySanctionConnection, { description: "Sanctions, newest notice first (惩戒记录)." })
  async sanctions(
    @Root() { id }: AgencyProfile,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AgencySanction>> {
    return toConnection(await services.sanctions.listOfAgency(id, page));
  }

  @FieldResolver(() => AgencyStaffConnection, { description: "Qualified persons (从业人员)." })
  async staff(
    @Root() { id }: AgencyProfile,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AgencyStaff>> {
    return toConnection(await services.agencies.staff(id, page));
  }

  @Closed({ tier: ["OWNER", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @ListSize(100)
  @FieldResolver(() => [Organization], {
    nullable: "itemsAndList",
    description: "Departments it declared a relation to, at most 100 (关联关系申报).",
  })
  async relatedApprovalDepts(
    @Root() { id }: AgencyProfile,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<Organization[]> {
    return (await services.agencies.declared(id)).map((related) => ({ id: related }));
  }
}
