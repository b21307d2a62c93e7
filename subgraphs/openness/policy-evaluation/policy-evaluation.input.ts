/** What lists of evaluations can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { EvaluatorKind } from "./policy-evaluation.enums.js";

/** Filter of evaluations. */
@InputType({ description: "Which evaluations of policies (评估筛选)." })
export class PolicyEvaluationFilter {
  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "Of bodies in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => EvaluatorKind, { nullable: true, description: "By such (评估方式)." })
  evaluatorKind?: EvaluatorKind;
}
