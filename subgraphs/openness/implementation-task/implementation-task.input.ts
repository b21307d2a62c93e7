/** What lists of tasks can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** Filter of tasks. */
@InputType({ description: "Which tasks (任务筛选)." })
export class ImplementationTaskFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of leading units in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Those that are or were late, or those that are not (是否逾期).",
  })
  late?: boolean;
}
