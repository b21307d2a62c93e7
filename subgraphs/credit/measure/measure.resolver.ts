/** Root field of the catalogue of measures. */
import { Args, Ctx, Query, Resolver, SameForAll } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Measure, MeasureConnection } from "./measure.type.js";

@Resolver(() => Measure)
export class MeasureResolver {
  @SameForAll()
  @Cached(300)
  @Query(() => MeasureConnection, { nullable: true, description: "The catalogue of measures, by code (信用措施清单)." })
  async creditMeasures(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Measure>> {
    return toConnection(await services.measures.list(page));
  }
}
