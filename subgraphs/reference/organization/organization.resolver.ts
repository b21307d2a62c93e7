/** Root fields and links of organisations. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { badInput } from "../../../platform/errors/index.js";
import {
  Cached,
  DateScalar,
  ListSize,
  PageArgs,
  UsccScalar,
  searchWords,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { OrganizationOrder } from "./organization.enums.js";
import { OrgIdentifierInput, OrganizationFilter } from "./organization.input.js";
import { nameOn } from "./organization.names.js";
import { Organization, OrganizationConnection } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => Organization, {
    nullable: true,
    description:
      "An organisation by id, credit code or any identifier it is or was known by (按编号、信用代码或其他标识查机构).",
  })
  organization(
    @Ctx() { services }: ReferenceContext,
    @Arg("id", () => ID, { nullable: true, description: "Id (机构编号)." }) id?: string,
    @Arg("uscc", () => UsccScalar, { nullable: true, description: "Credit code (统一社会信用代码)." }) uscc?: string,
    @Arg("identifier", () => OrgIdentifierInput, { nullable: true, description: "Any identifier (其他标识)." })
    identifier?: OrgIdentifierInput,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "With identifier: who held it on this day, by default its present or last holder (日期).",
    })
    on?: string,
  ): Promise<Organization | undefined> {
    const { organizations } = services;
    if ([id, uscc, identifier].filter((key) => key != null).length !== 1)
      throw badInput("id", "ONE_KEY_REQUIRED", "Give one of id, uscc and identifier.");
    if (on != null && identifier == null)
      throw badInput("on", "IDENTIFIER_REQUIRED", "A day is asked for with an identifier alone: ids never change.");
    if (id != null) return organizations.find(id);
    return uscc != null
      ? organizations.findByUscc(uscc)
      : organizations.findByIdentifier(identifier as OrgIdentifierInput, on ?? undefined);
  }

  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => OrganizationConnection, {
    nullable: true,
    description: "Organisations by name, kind and division (机构列表).",
  })
  async organizations(
    @Ctx() { services }: ReferenceContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("search", () => String, {
      nullable: true,
      description: "Words of the name, or the beginning of a code (搜索词).",
    })
    search?: string,
    @Arg("filter", () => OrganizationFilter, { nullable: true, description: "Which organisations (筛选)." })
    filter?: OrganizationFilter,
    @Arg("orderBy", () => OrganizationOrder, {
      nullable: true,
      defaultValue: OrganizationOrder.NAME,
      description: "Order (排序).",
    })
    orderBy: OrganizationOrder = OrganizationOrder.NAME,
  ): Promise<ConnectionShape<Organization>> {
    return toConnection(await services.organizations.list({ search: searchWords(search), filter, orderBy }, page));
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division where it is; never read from the credit code (所在区划).",
  })
  division(
    @Root() { divisionCode }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    return divisionCode === undefined ? undefined : services.divisions.find(divisionCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division of its first registration (登记机关所在区划).",
  })
  registeredAt(
    @Root() { registeredAtCode }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    return registeredAtCode === undefined ? undefined : services.divisions.find(registeredAtCode);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Organisation above it (上级机构)." })
  parent(
    @Root() { parentId }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Organization | undefined> | undefined {
    return parentId === undefined ? undefined : services.organizations.find(parentId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Name it bore on the day; null before it existed (某日名称).",
  })
  nameOn(
    @Root() organization: Organization,
    @Arg("on", () => DateScalar, { description: "Day, YYYY-MM-DD (日期)." }) on: string,
  ): string | undefined {
    return nameOn(organization, on);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body it was merged into (并入机构)." })
  mergedInto(
    @Root() { mergedIntoId }: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Organization | undefined> | undefined {
    return mergedIntoId === undefined ? undefined : services.organizations.find(mergedIntoId);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Body that carries on its functions after all mergers; null where it was not merged (承继机构).",
  })
  successor(
    @Root() organization: Organization,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Organization | undefined> {
    return services.organizations.successor(organization);
  }

  @ListSize(100)
  @FieldResolver(() => [Organization], {
    nullable: "itemsAndList",
    description: "Bodies that were merged into it, at most 100 (前身机构).",
  })
  predecessors(@Root() { id }: Organization, @Ctx() { services }: ReferenceContext): Promise<Organization[]> {
    return services.organizations.predecessors(id);
  }
}
