/** Links of intermediaries. */
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../organization/organization.type.js";
import { AgencyProfile } from "./agency-profile.type.js";

@Resolver(() => AgencyProfile)
export class AgencyProfileResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "The organisation (机构)." })
  organization(@Root() { id }: AgencyProfile): Organization {
    return { id };
  }
}
