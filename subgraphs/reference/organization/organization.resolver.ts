/** Root fields and links of organisations. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { badInput } from "../../../platform/errors/index.js";
import { PageArgs, UsccScalar, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { OrganizationFilter, OrganizationOrder } from "./organization.input.js";
import { Organization, OrganizationConnection } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: "An organisation by id or by credit code (按编号或信用代码查机构).",
  })
  organization(
    @Ctx() { services }: ReferenceContext,
    @Arg("id", () => ID, { nullable: true, description: "Id (机构编号)." }) id?: string,
    @Arg("uscc", () => UsccScalar, { nullable: true, description: "Credit code (统一社会信用代码)." }) uscc?: string,
  ): Promise<Organization | undefined> {
    if (id != null) return services.organizations.find(id);
    if (uscc != null) return services.organizations.findByUscc(uscc);
    throw badInput("id", "ONE_KEY_REQUIRED", "Give id or uscc.");
  }

  @Query(() => OrganizationConnection, { description: "Organisations by name, kind and division (机构列表)." })
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
    @Arg("orderBy", () => OrganizationOrder, { defaultValue: OrganizationOrder.NAME, description: "Order (排序)." })
    orderBy: OrganizationOrder = OrganizationOrder.NAME,
  ): Promise<ConnectionShape<Organization>> {
    return toConnection(await services.organizations.list({ search, filter, orderBy }, page));
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
}
