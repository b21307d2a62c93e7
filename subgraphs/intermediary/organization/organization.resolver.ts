/** What intermediary adds to organisations. */
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { AgencyProfile } from "../agency-profile/agency-profile.type.js";
import type { IntermediaryContext } from "../context.js";
import { creditGateOf } from "../credit-gate/credit-gate.js";
import { CreditGate } from "../credit-gate/credit-gate.type.js";
import { MarketRole } from "../market-project/market-project.enums.js";
import { MarketProjectConnection, type MarketProject } from "../market-project/market-project.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => AgencyProfile, {
    nullable: true,
    description: "What the organisation is as an intermediary; null for others (中介机构信息).",
  })
  agencyProfile(
    @Root() { id }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<AgencyProfile | undefined> {
    return services.agencies.find(id);
  }

  @Directive('@requires(fields: "onSeriousList")')
  @FieldResolver(() => CreditGate, {
    nullable: true,
    description:
      "Whether it may bid today: no sanction in force, on no list of the seriously dishonest; shut where credit does not answer (信用准入, N5).",
  })
  async creditGate(
    @Root() { id, onSeriousList }: Organization,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<CreditGate> {
    return creditGateOf({ barring: await services.sanctions.barring(id), onSeriousList });
  }

  @FieldResolver(() => MarketProjectConnection, {
    nullable: true,
    description: "Market projects in which it has the part, newest first (中介服务采购项目).",
  })
  async marketProjects(
    @Root() { id }: Organization,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("role", () => MarketRole, { defaultValue: MarketRole.OWNER, description: "Part that it has (参与角色)." })
    role: MarketRole = MarketRole.OWNER,
  ): Promise<ConnectionShape<MarketProject>> {
    return toConnection(await services.marketProjects.listOfOrganization(id, role, page));
  }
}
