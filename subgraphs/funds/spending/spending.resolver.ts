/** Root field and links of spending by category. */
import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  Cached,
  DivisionCodeScalar,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { SpendingDimension } from "./spending.enums.js";
import { Spending, SpendingCategory, SpendingCategoryConnection } from "./spending.type.js";

@Resolver(() => Spending)
export class SpendingResolver {
  @Cached(60)
  @Query(() => Spending, {
    nullable: true,
    description: "What was paid out of a year's money by one category, up to the day of the request (支出分类汇总).",
  })
  spendingByCategory(
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Fiscal year of the money (预算年度)." }) year: number,
    @Arg("dimension", () => SpendingDimension, { description: "By what it is summed (汇总维度)." })
    dimension: SpendingDimension,
    @Arg("division", () => DivisionCodeScalar, {
      nullable: true,
      description: "Of money held in this division or below it; everywhere where left out (行政区划).",
    })
    division?: string,
  ): Promise<Spending> {
    return services.spending.find({ year, dimension, division: division ?? undefined });
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division; absent for all of them (行政区划)." })
  division(@Root() { division }: Spending): Division | undefined {
    return division === undefined ? undefined : { code: division };
  }

  @FieldResolver(() => SpendingCategoryConnection, { description: "Categories, largest first (支出分类)." })
  async categories(
    @Root() { year, dimension, division }: Spending,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<SpendingCategory>> {
    return toConnection(await services.spending.categories({ year, dimension, division }, page));
  }
}

@Resolver(() => SpendingCategory)
export class SpendingCategoryResolver {
  @FieldResolver(() => Division, { nullable: true, description: "Division, where it is the category (行政区划)." })
  division(@Root() { divisionCode }: SpendingCategory): Division | undefined {
    return divisionCode === undefined ? undefined : { code: divisionCode };
  }
}
