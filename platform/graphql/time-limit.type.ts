/** TimeLimit: an amount and its unit, a value type that several services show alike (时限). */
import { Directive, Field, Int, ObjectType, SameForAll } from "./classes/index.js";
import { LimitUnit } from "./limit-unit.js";

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
