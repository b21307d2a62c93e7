/** Links of composites. */
import { FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";
import { AgencyComposite } from "./agency-composite.type.js";

@Resolver(() => AgencyComposite)
export class AgencyCompositeResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "Industry regulator that scored (评分部门)." })
  scoredBy(@Root() { scorerId }: AgencyComposite): Organization | undefined {
    return scorerId === undefined ? undefined : { id: scorerId };
  }
}
