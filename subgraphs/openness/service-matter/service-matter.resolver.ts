/** What openness adds to service matters. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { AgencyListItem } from "../agency-list/agency-list.type.js";
import type { OpennessContext } from "../context.js";
import { ServiceMatter } from "./service-matter.type.js";

@Resolver(() => ServiceMatter)
export class ServiceMatterResolver {
  @FieldResolver(() => AgencyListItem, {
    nullable: true,
    description:
      "Power that it exercises, as the list of its agency in force has it; absent where that has none, or the matter has a local code alone (对应权力清单事项).",
  })
  powerListItem(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: OpennessContext,
  ): Promise<AgencyListItem | undefined> {
    return services.agencyLists.powerOfMatter(id);
  }
}
