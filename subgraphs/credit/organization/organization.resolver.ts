/** What credit adds to organisations. */
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { AdministrativeLicenceConnection, type AdministrativeLicence } from "../licence/licence.type.js";
import { ListEntryConnection, ListKind, type ListEntry } from "../list-entry/list-entry.type.js";
import { CreditOverview } from "../overview/overview.type.js";
import { AdministrativePenaltyConnection, Severity, type AdministrativePenalty } from "../penalty/penalty.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => CreditOverview, { nullable: true, description: "Counts of its records (信用概要)." })
  creditOverview(@Root() { id }: Organization, @Ctx() { services }: CreditContext): Promise<CreditOverview> {
    return services.overview.find(id);
  }

  @FieldResolver(() => AdministrativeLicenceConnection, {
    nullable: true,
    description: "Licences it holds or held (行政许可).",
  })
  async licences(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<AdministrativeLicence>> {
    return toConnection(await services.licences.listOfCounterparty(id, page));
  }

  @FieldResolver(() => AdministrativePenaltyConnection, {
    nullable: true,
    description: "Penalties in publicity (行政处罚).",
  })
  async penalties(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("severity", () => Severity, { nullable: true, description: "Of this severity (失信严重程度)." })
    severity?: Severity,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.listOfCounterparty(id, { severity: severity ?? undefined }, page));
  }

  @FieldResolver(() => ListEntryConnection, { nullable: true, description: "Credit lists it stands on (名单记录)." })
  async listEntries(
    @Root() { id }: Organization,
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("kind", () => ListKind, { nullable: true, description: "Of this kind of list (名单类型)." }) kind?: ListKind,
  ): Promise<ConnectionShape<ListEntry>> {
    return toConnection(await services.listEntries.listOfSubject(id, kind, page));
  }
}
