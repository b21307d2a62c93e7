/** Deadline: a value type that several services show alike (期限). */
import { Directive, Field, Int, ObjectType } from "./classes/index.js";
import { DeadlineState, Light } from "./deadline-state.js";
import { DateScalar } from "./scalars/scalars.js";

/** A deadline. */
@Directive("@shareable")
@ObjectType({ description: "A deadline, computed for the day of the request (期限)." })
export class Deadline {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day in time; null while suspended, or where the calendar does not reach it (截止日期).",
  })
  dueOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Of a provisional one: whatever calendar is published, it does not end after this day (不确定时的最晚截止日期).",
  })
  latestOn?: string;

  @Field(() => String, { description: "Rule or promise it follows from, with law and article (期限依据)." })
  basis: string;

  @Field(() => DeadlineState, { description: "How it stands (期限状态)." })
  state: DeadlineState;

  @Field(() => Int, {
    nullable: true,
    description: "Days left in the unit of the limit, negative where late; null where done or not known (剩余天数).",
  })
  remaining?: number;

  @Field(() => Light, { nullable: true, description: "Light; null where done or not known (灯)." })
  light?: Light;

  @Field(() => Int, { description: "Days within the limit that did not count (暂停天数)." })
  suspendedDays: number;

  @Field(() => Boolean, {
    description:
      "False where a figure of the limit, or of its extension, could not be confirmed in its document, or is a value for demonstration: it is never LATE (期限数值是否已核实).",
  })
  confirmed: boolean;
}
