/** Root field and links of market statistics. */
import {
  Args,
  Ctx,
  FieldResolver,
  Query,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { Cached } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { IntermediaryService } from "../intermediary-service/intermediary-service.type.js";
import { MarketStatistics, MarketStatisticsArgs, ServicePrices } from "./market-statistics.type.js";

@Resolver(() => MarketStatistics)
export class MarketStatisticsResolver {
  @SameForAll()
  @Cached(60)
  @Query(() => MarketStatistics, {
    nullable: true,
    description: "Ways of selection, failures and prices of a year's projects in a place (中介市场统计).",
  })
  marketStatistics(
    @Ctx() { services }: IntermediaryContext,
    @Args(() => MarketStatisticsArgs) asked: MarketStatisticsArgs,
  ): Promise<MarketStatistics> {
    return services.marketStatistics.find({ ...asked, service: asked.service ?? undefined });
  }

  @FieldResolver(() => Division, { nullable: true, description: "Where (行政区划)." })
  division(@Root() { divisionCode }: MarketStatistics): Division {
    return { code: divisionCode };
  }
}

@Resolver(() => ServicePrices)
export class ServicePricesResolver {
  @FieldResolver(() => IntermediaryService, { nullable: true, description: "Service (中介服务)." })
  service(
    @Root() { serviceCode }: ServicePrices,
    @Ctx() { services }: IntermediaryContext,
  ): Promise<IntermediaryService | undefined> {
    return services.intermediaryServices.find(serviceCode);
  }
}
