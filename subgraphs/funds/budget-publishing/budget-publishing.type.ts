/** What publishing a budget or final accounts answers. */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { BudgetDisclosure } from "../budget-disclosure/budget-disclosure.type.js";

/** The payload. */
@ObjectType({ description: "The budget or final accounts, as the write left it (公开结果)." })
export class PublishBudgetPayload {
  @Field(() => BudgetDisclosure, { nullable: true, description: "The budget or final accounts (预决算公开)." })
  disclosure?: BudgetDisclosure;
}
