/** Root fields and computed facts of budgets and final accounts. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  Deadline,
  DeadlineState,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { BudgetDisclosureFilter } from "./budget-disclosure.input.js";
import { BudgetDisclosure, BudgetDisclosureConnection, BudgetTable } from "./budget-disclosure.type.js";

@Resolver(() => BudgetDisclosure)
export class BudgetDisclosureResolver {
  @Cached(60)
  @Query(() => BudgetDisclosure, { nullable: true, description: "A budget or final accounts by id (按编号查预决算)." })
  budgetDisclosure(
    @Ctx() { services }: FundsContext,
    @Arg("id", () => ID, { description: "Id (公开编号)." }) id: string,
  ): Promise<BudgetDisclosure | undefined> {
    return services.budgetDisclosures.find(id);
  }

  @Cached(60)
  @Query(() => BudgetDisclosureConnection, {
    nullable: true,
    description: "Budgets and final accounts, latest year first (预决算列表).",
  })
  async budgetDisclosures(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => BudgetDisclosureFilter, { nullable: true, description: "Which (筛选)." })
    filter?: BudgetDisclosureFilter,
  ): Promise<ConnectionShape<BudgetDisclosure>> {
    return toConnection(await services.budgetDisclosures.list(filter, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Unit whose it is (公开单位)." })
  unit(@Root() { unitId }: BudgetDisclosure): Organization {
    return { id: unitId };
  }

  @FieldResolver(() => Deadline, {
    description: "Limit for publication, 20 days after the reply of the finance bureau (公开期限, L18-DEPARTMENT).",
  })
  deadline(@Root() disclosure: BudgetDisclosure, @Ctx() { services }: FundsContext): Deadline {
    return services.budgetDisclosures.deadline(disclosure);
  }

  @FieldResolver(() => Boolean, { description: "True where it was, or still is, published too late (是否逾期公开)." })
  publishedLate(@Root() disclosure: BudgetDisclosure, @Ctx() { services }: FundsContext): boolean {
    return services.budgetDisclosures.deadline(disclosure).state === DeadlineState.LATE;
  }

  @FieldResolver(() => [BudgetTable], { description: "The nine tables in order (公开表)." })
  tables(@Root() { id }: BudgetDisclosure, @Ctx() { services }: FundsContext): Promise<BudgetTable[]> {
    return services.budgetDisclosures.tables(id);
  }
}
