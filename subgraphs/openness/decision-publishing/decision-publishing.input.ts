/** Input of the verb that publishes a decision. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** What is published. */
@InputType({ description: "Publication of a decision (公布决策)." })
export class PublishDecisionInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the decision (决策事项编号)." })
  decisionId: string;

  @Field(() => ID, {
    description:
      "Index number of the document of the organiser that tells the decision; it is public already (信息索引号).",
  })
  indexNo: string;
}
