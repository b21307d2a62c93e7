/** MarketStatistics: a year's projects of a place in figures: ways of selection, failures, dispersion of contract prices (中介市场统计). */
import { ArgsType, Field, Float, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar, ListSize, MoneyScalar, Max, Min } from "../../../platform/graphql/index.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";

/** What the figures are of: closed keys alone. */
@ArgsType()
export class MarketStatisticsArgs {
  @Field(() => DivisionCodeScalar, { description: "In this division or below it (行政区划)." })
  division: string;

  @Field(() => Int, { description: "Year of the public notice, 2000 to 9999 (公告年份)." })
  @Min(2000)
  @Max(9999)
  year: number;

  @Field(() => ID, { nullable: true, description: "Of this service alone (中介服务事项编码)." })
  service?: string;
}

/** How many of a way of selection. */
@SameForAll()
@ObjectType({ description: "How many projects select in a way (按选取方式统计)." })
export class SelectionCount {
  @Field(() => Selection, { description: "Way of selection (选取方式)." })
  selection: Selection;

  @Field(() => Int, { description: "How many (数量)." })
  count: number;

  @Field(() => Float, { nullable: true, description: "Share of all, 0 to 1; null where there are none (占比)." })
  share?: number;
}

/** Contract prices of a service. */
@SameForAll()
@ObjectType({
  description:
    "Contract prices of a service; median and quartiles are amounts that were agreed, by nearest rank (合同价格分布).",
})
export class ServicePrices {
  @Field(() => Int, { description: "Contracts (合同数)." })
  contracts: number;

  @Field(() => MoneyScalar, { description: "Lowest in yuan (最低价)." })
  lowest: bigint;

  @Field(() => MoneyScalar, { description: "Lower quartile in yuan (下四分位数)." })
  lowerQuartile: bigint;

  @Field(() => MoneyScalar, { description: "Median in yuan; of an even number the lower of the two (中位数)." })
  median: bigint;

  @Field(() => MoneyScalar, { description: "Upper quartile in yuan (上四分位数)." })
  upperQuartile: bigint;

  @Field(() => MoneyScalar, { description: "Highest in yuan (最高价)." })
  highest: bigint;

  serviceCode: string;
}

/** A year of the market. */
@SameForAll()
@ObjectType({
  description:
    "Projects of which public notice was given in a year, in a division or below it, as they stand on the day of the request (中介市场统计).",
})
export class MarketStatistics {
  @Field(() => Int, { description: "Year of the public notice (公告年份)." })
  year: number;

  @Field(() => Int, { description: "How many (项目数)." })
  total: number;

  @Field(() => [SelectionCount], { nullable: "items", description: "By way of selection, all five (按选取方式)." })
  bySelection: SelectionCount[];

  @Field(() => Int, { description: "Whose bids were opened (开启报价项目数)." })
  opened: number;

  @Field(() => Int, { description: "That failed for want of bids (流标数)." })
  failed: number;

  @Field(() => Float, {
    nullable: true,
    description: "Share of the failed among opened and failed, 0 to 1; null where there are neither (流标率).",
  })
  failedShare?: number;

  @ListSize(100)
  @Field(() => [ServicePrices], {
    nullable: "items",
    description:
      "Prices of their signed contracts by service, those with most contracts first, at most 100 (价格分布).",
  })
  prices: ServicePrices[];

  divisionCode: string;
}
