/** OpennessDashboard: how open the bodies of a division were in a year, by figures that the graph holds itself (政务公开概览). */
import { Field, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { OpennessFigure } from "./openness-dashboard.enums.js";

/** A figure. */
@SameForAll()
@ObjectType({ description: "A figure of the dashboard: how many of how many (公开指标值)." })
export class OpennessDashboardFigure {
  @Field(() => OpennessFigure, { description: "What is counted (指标)." })
  figure: OpennessFigure;

  @Field(() => Int, { description: "How many (数量)." })
  count: number;

  @Field(() => Int, { description: "Of how many (总数)." })
  total: number;

  @Field(() => String, {
    nullable: true,
    description: "Their share in hundredths with two places; absent where there are none (占比, %).",
  })
  share?: string;
}

/** The dashboard. Everything in it is counted from what is public, so that it is the same for everybody. */
@SameForAll()
@ObjectType({ description: "How open the bodies of a division were in a year (政务公开概览)." })
export class OpennessDashboard {
  @Field(() => Int, { description: "Year (年度)." })
  year: number;

  @Field(() => DateScalar, { description: "Day as of which it counts: today in the running year (统计截止日期)." })
  until: string;

  @Field(() => [OpennessDashboardFigure], { description: "Its figures in a fixed order, all of them (各项指标)." })
  figures: OpennessDashboardFigure[];
}
