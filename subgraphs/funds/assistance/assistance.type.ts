/** Assistance targets: the standards by which households are identified, and how many there are; never who (帮扶对象). */
import { Directive, Field, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { AssistanceCategory } from "./assistance.enums.js";

/** The standard of a category. */
@SameForAll()
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
