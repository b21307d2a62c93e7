/** What lists of decisions on accountability can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** Filter of them. */
@InputType({ description: "Which decisions on accountability (问责筛选)." })
export class AccountabilityFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: "Of units in this division or below it (行政区划)." })
  division?: string;
}
