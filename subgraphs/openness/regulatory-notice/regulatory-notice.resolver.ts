/** Root fields of regulatory notices, their links, and those about an enterprise. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { RegulatoryNoticeFilter } from "./regulatory-notice.input.js";
import { RegulatoryNotice, RegulatoryNoticeConnection } from "./regulatory-notice.type.js";

@Resolver(() => RegulatoryNotice)
export class RegulatoryNoticeResolver {
  @Cached(60)
  @Query(() => RegulatoryNotice, { nullable: true, description: "A notice by id (按编号查监管信息)." })
  regulatoryNotice(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (信息编号)." }) id: string,
  ): Promise<RegulatoryNotice | undefined> {
    return services.regulatoryNotices.find(id);
  }

  @Cached(60)
  @Query(() => RegulatoryNoticeConnection, {
    nullable: true,
    description: "Notices of regulators, the latest first (监管信息列表).",
  })
  async regulatoryNotices(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => RegulatoryNoticeFilter, { nullable: true, description: "Which (筛选)." })
    filter?: RegulatoryNoticeFilter,
  ): Promise<ConnectionShape<RegulatoryNotice>> {
    return toConnection(await services.regulatoryNotices.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that issued it (发布单位)." })
  organ(@Root() { organId }: RegulatoryNotice): Organization {
    return { id: organId };
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Enterprise that it is about; absent where it is about several or none (监管对象).",
  })
  subject(@Root() { aboutId }: RegulatoryNotice): Organization | undefined {
    return aboutId === undefined ? undefined : { id: aboutId };
  }
}

@Resolver(() => Organization)
export class RegulatedOrganizationResolver {
  @FieldResolver(() => RegulatoryNoticeConnection, {
    nullable: true,
    description: "Notices of regulators about it, the latest first (涉及的监管信息).",
  })
  async regulatoryNotices(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<RegulatoryNotice>> {
    return toConnection(await services.regulatoryNotices.listOfSubject(id, page));
  }
}
