/** HourDeadline: a limit in hours, as it stands at the time of the request (小时期限). */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateTimeScalar } from "../../../platform/graphql/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";

/** A limit in hours. */
@ObjectType({ description: "A limit in hours, computed for the time of the request (小时期限)." })
export class HourDeadline {
  @Field(() => DateTimeScalar, { description: "Last instant in time (截止时间)." })
  dueAt: Date;

  @Field(() => String, { description: "Document it follows from (期限依据)." })
  basis: string;

  @Field(() => DeadlineState, { description: "How it stands (期限状态)." })
  state: DeadlineState;

  @Field(() => Boolean, {
    description: "False where its figure is not confirmed in the document: it is never LATE (期限数值是否已核实).",
  })
  confirmed: boolean;
}
