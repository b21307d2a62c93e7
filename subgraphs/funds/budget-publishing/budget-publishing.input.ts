/** Input of publishing a budget or final accounts. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";

/** Publication. */
@InputType({ description: "Publication of a budget or final accounts, from today on (公开预决算)." })
export class PublishBudgetInput extends ChangeInput {
  @Field(() => ID, { description: "Id (公开编号)." })
  id: string;
}
