/** What lists of plans of training can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** Filter of plans. */
@InputType({ description: "Which plans of training (培训计划筛选)." })
export class TrainingPlanFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of bodies in this division or below it (行政区划).",
  })
  division?: string;
}
