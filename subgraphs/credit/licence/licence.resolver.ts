/** Root fields and links of licences. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceMatter } from "../service-matter/service-matter.type.js";
import { AdministrativeLicence, AdministrativeLicenceConnection } from "./licence.type.js";

@Resolver(() => AdministrativeLicence)
export class LicenceResolver {
  @Query(() => AdministrativeLicence, { nullable: true, description: "A licence by id (按编号查行政许可)." })
  administrativeLicence(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { description: "Id (记录编号)." }) id: string,
  ): Promise<AdministrativeLicence | undefined> {
    return services.licences.find(id);
  }

  @Query(() => AdministrativeLicenceConnection, { description: "Licences, newest decision first (行政许可列表)." })
  async licences(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AdministrativeLicence>> {
    return toConnection(await services.licences.list(page));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Licensed body; null for natural persons (行政相对人).",
  })
  counterparty(@Root() { counterpartyId }: AdministrativeLicence): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Licensing authority (许可机关, XK_XKJG)." })
  authority(@Root() { authorityId }: AdministrativeLicence): Organization {
    return { id: authorityId };
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter by which it was granted (事项编码)." })
  matter(@Root() { matterId }: AdministrativeLicence): ServiceMatter | undefined {
    return matterId === undefined ? undefined : { id: matterId };
  }
}
