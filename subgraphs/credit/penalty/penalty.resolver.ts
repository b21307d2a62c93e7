/** Root fields and links of penalties. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { PenaltyFilter } from "./penalty.input.js";
import { AdministrativePenalty, AdministrativePenaltyConnection } from "./penalty.type.js";

@Resolver(() => AdministrativePenalty)
export class PenaltyResolver {
  @Query(() => AdministrativePenalty, { nullable: true, description: "A penalty by id (按编号查行政处罚)." })
  administrativePenalty(
    @Ctx() { services }: CreditContext,
    @Arg("id", () => ID, { description: "Id (记录编号)." }) id: string,
  ): Promise<AdministrativePenalty | undefined> {
    return services.penalties.find(id);
  }

  @Query(() => AdministrativePenaltyConnection, { description: "Penalties, newest decision first (行政处罚列表)." })
  async penalties(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => PenaltyFilter, { nullable: true, description: "Which penalties (筛选)." })
    filter?: PenaltyFilter,
  ): Promise<ConnectionShape<AdministrativePenalty>> {
    return toConnection(await services.penalties.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Penalised body; null for natural persons (行政相对人).",
  })
  counterparty(@Root() { counterpartyId }: AdministrativePenalty): Organization | undefined {
    return counterpartyId === undefined ? undefined : { id: counterpartyId };
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Deciding authority (处罚机关, CF_CFJG)." })
  authority(@Root() { authorityId }: AdministrativePenalty): Organization {
    return { id: authorityId };
  }
}
