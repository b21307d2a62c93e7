/** Verbs by which comments of ratings are moderated. */
import { Ctx, Resolver, VerbInput } from "../../../platform/graphql/classes/index.js";
import type { MattersContext } from "../context.js";
import { ToldRatingInput } from "../rating-handling/rating-handling.input.js";
import { ratingVerb, type RatingPayload } from "../rating-handling/rating-handling.type.js";
import { ServiceRating } from "../service-rating/service-rating.type.js";
import { PassCommentInput } from "./comment-moderation.input.js";

@Resolver(() => ServiceRating)
export class CommentModerationResolver {
  @ratingVerb("SUPERVISOR", "Lets everybody read a comment, in words without persons (评价内容审核通过).")
  passRatingComment(@VerbInput() input: PassCommentInput, @Ctx() { services }: MattersContext): Promise<RatingPayload> {
    return services.commentModeration.pass(input);
  }

  @ratingVerb("SUPERVISOR", "Keeps a comment from being shown, with reasons (评价内容审核不通过).")
  blockRatingComment(@VerbInput() input: ToldRatingInput, @Ctx() { services }: MattersContext): Promise<RatingPayload> {
    return services.commentModeration.block(input);
  }
}
