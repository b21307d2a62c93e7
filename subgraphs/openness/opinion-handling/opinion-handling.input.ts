/** Inputs of the verbs of opinions. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { OpinionAction } from "./opinion-action.js";

/** An opinion. */
@InputType({ description: "An opinion on the draft of a decision (提出意见)." })
export class SubmitOpinionInput extends WriteInput {
  @Field(() => ID, { description: "Topic of its consultation (主题编号)." })
  topicId: string;

  @MaxLength(2_000)
  @Field(() => String, {
    description: "What you say; names, numbers and homes are blotted out before it is kept (意见内容).",
  })
  text: string;
}

/** An answer. */
@InputType({ description: "What became of an opinion (答复意见)." })
export class AnswerOpinionInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the opinion (意见编号)." })
  opinionId: string;

  @Field(() => OpinionAction, { description: "What you do with it (采纳情况)." })
  action: OpinionAction;

  @MaxLength(2_000)
  @Field(() => String, {
    nullable: true,
    description: "Why; needed where it is not adopted in whole, and public with the opinion (理由).",
  })
  reason?: string;

  @Field(() => [String], {
    nullable: true,
    description: "Names of persons that are blotted out of opinion and reason, at most 20 (须隐去的姓名).",
  })
  names?: string[];
}
