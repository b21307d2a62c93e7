/** CaseStats: how many cases were completed in a year, how fast, how many too late (办件统计). */
import { Aggregate, Field, Float, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { MIN_GROUP } from "../../../platform/disclosure/suppression/index.js";

/** Figures of one year. */
@ObjectType({
  description:
    "Completed cases of a year; all figures are null where they are too few to show (办件统计, 不足5件不公开).",
})
export class CaseStats {
  @Field(() => Int, { description: "Year of completion (年度)." })
  year: number;

  @Aggregate(MIN_GROUP)
  @Field(() => Int, { nullable: true, description: "Completed cases (办结数)." })
  completed?: number;

  @Aggregate(MIN_GROUP)
  @Field(() => Float, {
    nullable: true,
    description:
      "Median of working days from acceptance to completion, without suspended ones; null for a year without a published calendar (办理用时中位数, 工作日).",
  })
  medianWorkdays?: number;

  @Aggregate(MIN_GROUP)
  @Field(() => Float, {
    nullable: true,
    description:
      "Share completed after the promised day, 0 to 1; suspended days do not count; null for a year without a published calendar (超期率).",
  })
  overdueRate?: number;

  @Field(() => Boolean, {
    description:
      "True if the figures are hidden: fewer than five cases, or five could be computed from others (是否抑制).",
  })
  suppressed: boolean;
}
