/** What matters adds to organisations. */
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { ServiceMatterFilter } from "../matter/matter.input.js";
import { ServiceMatterConnection, type ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => ServiceMatterConnection, {
    nullable: true,
    description: "Matters that the organisation implements (实施的政务服务事项).",
  })
  async serviceMatters(
    @Root() { id }: Organization,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => ServiceMatterFilter, { nullable: true, description: "Which matters (筛选)." })
    filter?: ServiceMatterFilter,
  ): Promise<ConnectionShape<ServiceMatter>> {
    return toConnection(await services.matters.listOfDept(id, { search, filter }, page));
  }
}
