/** Inputs of the verbs of moderation. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { RatingStepInput } from "../rating-handling/rating-handling.input.js";

/** A comment that may be shown. */
@InputType({ description: "A comment as everybody will read it (评价内容审核通过)." })
export class PassCommentInput extends RatingStepInput {
  @MaxLength(1_000)
  @Field(() => String, {
    description: "The comment in words without persons; names, numbers and homes are blotted out (公开的评价内容).",
  })
  shownComment: string;
}
