/** Assistance targets: the standards by which households are identified, and how many there are; never who (帮扶对象). */
import { Directive, Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { describeEnum } from "../../../platform/graphql/index.js";

/** Category of an assisted household. */
export enum AssistanceCategory {
  UNSTABLE_OUT_OF_POVERTY = "UNSTABLE_OUT_OF_POVERTY",
  AT_THE_EDGE = "AT_THE_EDGE",
  SUDDEN_HARDSHIP = "SUDDEN_HARDSHIP",
  MINIMUM_LIVING = "MINIMUM_LIVING",
  EXTREME_POVERTY = "EXTREME_POVERTY",
}

describeEnum(AssistanceCategory, "AssistanceCategory", "Category of an assisted household (帮扶对象类别).", {
  UNSTABLE_OUT_OF_POVERTY: "Out of poverty, not yet stable (脱贫不稳定户).",
  AT_THE_EDGE: "At the edge of poverty (边缘易致贫户).",
  SUDDEN_HARDSHIP: "In sudden serious hardship (突发严重困难户).",
  MINIMUM_LIVING: "Receives the minimum living allowance (低保对象).",
  EXTREME_POVERTY: "Supported in extreme poverty (特困供养对象).",
});

/** The standard of a category. */
@ObjectType({ description: "How households of a category are identified and leave it (帮扶对象认定标准)." })
export class AssistanceStandard {
  @Field(() => AssistanceCategory, { description: "Category (类别)." })
  category: AssistanceCategory;

  @Field(() => String, { description: "Who belongs to it (认定标准)." })
  criterion: string;

  @Field(() => [String], { description: "Steps of identification in order (认定程序)." })
  procedure: readonly string[];

  @Field(() => String, { description: "When a household leaves it (退出标准)." })
  exit: string;

  @Field(() => String, {
    description: "Where results are posted: the village's board alone, for the time the rules give (公示方式).",
  })
  publicity: string;
}

/** How many households of a category a division has. */
@ObjectType({
  description: "How many households of a category a division has; one to four are not told (帮扶对象统计).",
})
export class AssistanceFigure {
  @Field(() => AssistanceCategory, { description: "Category (类别)." })
  category: AssistanceCategory;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, { nullable: true, description: "Households; null where suppressed (户数)." })
  households?: number;

  @Directive("@aggregate(minGroup: 5)")
  @Field(() => Int, { nullable: true, description: "Persons; null where suppressed (人数)." })
  persons?: number;

  @Field(() => Boolean, {
    description:
      "True where the figure is withheld: of one to four households, or giving such a group away (是否因人数过少不予显示).",
  })
  suppressed: boolean;
}
