/** Inputs of the verbs of ratings. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";
import { CaseStepInput } from "../case-handling/case-handling.input.js";
import { RatingChannel, RatingStage } from "../service-rating/service-rating.status.js";

/** A rating. */
@InputType({ description: "A rating of a stage of your case (评价)." })
export class RateCaseInput extends CaseStepInput {
  @Field(() => RatingStage, { description: "Stage; each is rated once (评价环节)." })
  stage: RatingStage;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: "Stars, 5 very content to 1 very discontent (满意度)." })
  stars: number;

  @Field(() => RatingChannel, { nullable: true, description: "Channel; PORTAL where not said (评价渠道)." })
  channel?: RatingChannel;

  @Field(() => [String], {
    nullable: true,
    description: "Words that are ticked, at most 10 of 20 characters (评价标签).",
  })
  tags?: string[];

  @MaxLength(1_000)
  @Field(() => String, {
    nullable: true,
    description: "Comment; nobody but you and supervisors reads it before it was moderated (评价内容).",
  })
  comment?: string;
}

/** A step of the rectification of a bad rating. */
@InputType({ description: "A step of the rectification of a bad rating (差评整改操作)." })
export class RatingStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the rating (评价编号)." })
  ratingId: string;
}

/** A step that tells something. */
@InputType({ description: "A step of a rectification that tells something (说明情况的差评整改操作)." })
export class ToldRatingInput extends RatingStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "What is told: reasons, measures, or what the rater said (说明)." })
  told: string;
}
