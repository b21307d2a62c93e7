/** TimeLimit: an amount and its unit, a value type that several services show alike (时限). */
import { Directive, Field, Int, ObjectType, SameForAll } from "./classes/index.js";
import { describeEnum } from "./enum.js";

/** Unit of a limit. */
export enum LimitUnit {
  WORKING_DAY = "WORKING_DAY",
  NATURAL_DAY = "NATURAL_DAY",
  MONTH = "MONTH",
  HOUR = "HOUR",
  IMMEDIATE = "IMMEDIATE",
}

describeEnum(LimitUnit, "LimitUnit", "Unit of a time limit (时限单位).", {
  WORKING_DAY: "Working days (工作日).",
  NATURAL_DAY: "Natural days (自然日).",
  MONTH: "Months (月).",
  HOUR: "Hours (小时).",
  IMMEDIATE: "On the spot (即办).",
});

/** A time limit. */
@Directive("@shareable")
@SameForAll()
@ObjectType({ description: "A time limit: an amount and its unit (时限)." })
export class TimeLimit {
  @Field(() => Int, { description: "Amount; 0 where it is immediate (数值)." })
  amount: number;

  @Field(() => LimitUnit, { description: "Unit (单位)." })
  unit: LimitUnit;

  @Field(() => String, { nullable: true, description: "Explanation (说明)." })
  explain?: string;
}
