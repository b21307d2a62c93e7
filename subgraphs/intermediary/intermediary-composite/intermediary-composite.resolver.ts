/** Links of composites. */
import { FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";
import { IntermediaryComposite } from "./intermediary-composite.type.js";

@Resolver(() => IntermediaryComposite)
export class IntermediaryCompositeResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "Industry regulator that scored (评分部门)." })
  scoredBy(@Root() { scorerId }: IntermediaryComposite): Organization | undefined {
    return scorerId === undefined ? undefined : { id: scorerId };
  }
}
