/** What lists of decisions can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { DecisionKind, DecisionStage, StatutoryStep } from "./decision.enums.js";

/** Filter of decisions. */
@InputType({ description: "Which decisions (重大行政决策筛选)." })
export class DecisionFilter {
  @Field(() => DecisionStage, { nullable: true, description: "At this stage (所处阶段)." })
  stage?: DecisionStage;

  @Field(() => DecisionKind, { nullable: true, description: "Of this kind (决策事项类别)." })
  kind?: DecisionKind;

  @Field(() => ID, { nullable: true, description: "Of this organiser (决策承办单位)." })
  organiser?: string;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => StatutoryStep, { nullable: true, description: "In which this step is missing (未履行的程序)." })
  missing?: StatutoryStep;

  @Field(() => Boolean, {
    nullable: true,
    description: "True for those that gave the public less time than the law, without a reason (征求意见期限不足).",
  })
  consultedTooShort?: boolean;
}
