/** Root fields of decisions on accountability, and the ways between them, findings and units. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { InspectionFinding } from "../inspection-finding/inspection-finding.type.js";
import { Organization } from "../organization/organization.type.js";
import { AccountabilityFilter } from "./accountability.input.js";
import { AccountabilityDecision, AccountabilityDecisionConnection } from "./accountability.type.js";

@Resolver(() => AccountabilityDecision)
export class AccountabilityResolver {
  @Cached(60)
  @Query(() => AccountabilityDecision, { nullable: true, description: "A decision by id (按编号查问责情况)." })
  accountabilityDecision(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (问责编号)." }) id: string,
  ): Promise<AccountabilityDecision | undefined> {
    return services.accountability.find(id);
  }

  @Cached(60)
  @Query(() => AccountabilityDecisionConnection, {
    nullable: true,
    description: "Decisions by which units answered for what was not done, the last one first (问责情况列表).",
  })
  async accountabilityDecisions(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => AccountabilityFilter, { nullable: true, description: "Which (筛选)." })
    filter?: AccountabilityFilter,
  ): Promise<ConnectionShape<AccountabilityDecision>> {
    return toConnection(await services.accountability.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit that answers (被问责单位)." })
  unit(@Root() { organId }: AccountabilityDecision): Organization {
    return { id: organId };
  }

  @FieldResolver(() => InspectionFinding, {
    nullable: true,
    description: "Finding from which it follows, if any (相关督查、审计问题).",
  })
  async finding(
    @Root() { findingId }: AccountabilityDecision,
    @Ctx() { services }: OpennessContext,
  ): Promise<InspectionFinding | undefined> {
    return findingId === undefined ? undefined : services.inspectionFindings.find(findingId);
  }
}

@Resolver(() => InspectionFinding)
export class AccountedFindingResolver {
  @ListSize(5)
  @FieldResolver(() => [AccountabilityDecision], {
    nullable: true,
    description: "Decisions that follow from it, at most 5 (问责情况).",
  })
  accountability(
    @Root() { id }: InspectionFinding,
    @Ctx() { services }: OpennessContext,
  ): Promise<AccountabilityDecision[]> {
    return services.accountability.ofFinding(id);
  }
}
