/** What intermediary adds to organisations. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AgencyProfile } from "../agency-profile/agency-profile.type.js";
import type { IntermediaryContext } from "../context.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => AgencyProfile, {
    nullable: true,
    description: "What the organisation is as an intermediary; null for others (中介机构信息).",
  })
  agencyProfile(
    @Root() { id }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<AgencyProfile | undefined> {
    return services.agencies.find(id);
  }
}
