/** The directory of openness offices, and the office of a body. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { OpennessOfficeFilter } from "./openness-office.input.js";
import { OpennessOffice, OpennessOfficeConnection } from "./openness-office.type.js";

@Resolver(() => Organization)
export class OpennessOfficeResolver {
  @FieldResolver(() => OpennessOffice, {
    nullable: true,
    description:
      "Office that takes requests for its information; null for a body that takes none (政府信息公开工作机构).",
  })
  opennessOffice(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
  ): Promise<OpennessOffice | undefined> {
    return services.opennessOffices.findOf(id);
  }
}

@Resolver(() => OpennessOffice)
export class OpennessDirectoryResolver {
  @Cached(300)
  @Query(() => OpennessOfficeConnection, {
    nullable: true,
    description: "The directory of openness offices, by agency (政府信息公开工作机构名录).",
  })
  async opennessOffices(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => OpennessOfficeFilter, { nullable: true, description: "Which (筛选)." })
    filter?: OpennessOfficeFilter,
  ): Promise<ConnectionShape<OpennessOffice>> {
    return toConnection(await services.opennessOffices.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency whose office it is (所属机关)." })
  agency(@Root() { agencyId }: OpennessOffice): Organization {
    return { id: agencyId };
  }
}
