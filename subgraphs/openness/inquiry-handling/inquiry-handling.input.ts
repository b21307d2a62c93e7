/** Inputs of the verbs of inquiries. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { InquiryKind, InquirySatisfaction } from "../inquiry/inquiry.enums.js";

/** An inquiry. */
@InputType({ description: "What you ask or tell (提出诉求)." })
export class AskInquiryInput extends WriteInput {
  @Field(() => ID, { description: "Channel by which you ask (渠道编号)." })
  channelId: string;

  @Field(() => InquiryKind, { description: "What you want (诉求类型)." })
  kind: InquiryKind;

  @MaxLength(2_000)
  @Field(() => String, { description: "In your words (诉求内容)." })
  content: string;

  @MaxLength(100)
  @Field(() => String, {
    nullable: true,
    description: "Your name; leave out name and contact to stay anonymous (姓名或者名称).",
  })
  askerName?: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "How you are reached (联系方式)." })
  contact?: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the body that handles it may not know who you are; then it is not published (是否保密).",
  })
  confidential: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether question and reply may be published without you (是否同意公开).",
  })
  mayPublish: boolean;
}

/** A step that needs no more than the inquiry. */
@InputType({ description: "A step of an inquiry (诉求办理操作)." })
export class InquiryStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the inquiry (诉求编号)." })
  inquiryNo: string;
}

/** Its kind. */
@InputType({ description: "The kind of an inquiry, as the body sees it (诉求分类)." })
export class TriageInquiryInput extends InquiryStepInput {
  @Field(() => InquiryKind, { description: "Kind; the limit of the reply goes by it (诉求类型)." })
  kind: InquiryKind;
}

/** The other one. */
@InputType({ description: "The inquiry that goes on (合并诉求)." })
export class MergeInquiryInput extends InquiryStepInput {
  @Field(() => ID, { description: "Number of the other inquiry of the same asker (合并到的诉求编号)." })
  into: string;
}

/** Who handles it. */
@InputType({ description: "The body that handles an inquiry (派单)." })
export class AssignInquiryInput extends InquiryStepInput {
  @Field(() => ID, { description: "A channel of the body (承办单位的渠道编号)." })
  channelId: string;
}

/** Why it is not its task. */
@InputType({ description: "Why an inquiry goes back to the pool (退单)." })
export class ReturnInquiryInput extends InquiryStepInput {
  @MaxLength(500)
  @Field(() => String, { description: "Why it is not a task of the body (退单理由)." })
  reasons: string;
}

/** A reply. */
@InputType({ description: "The reply to an inquiry (答复)." })
export class ReplyInquiryInput extends InquiryStepInput {
  @MaxLength(4_000)
  @Field(() => String, { description: "Reply, for the asker (答复内容)." })
  reply: string;
}

/** What the asker says of it. */
@InputType({ description: "How you find the handling (评价)." })
export class RateInquiryInput extends InquiryStepInput {
  @Field(() => InquirySatisfaction, { description: "How satisfied you are (满意度)." })
  satisfaction: InquirySatisfaction;
}

/** What the asker said when called back. */
@InputType({ description: "What the asker said when called back (回访)." })
export class CallBackInquiryInput extends InquiryStepInput {
  @Field(() => InquirySatisfaction, {
    nullable: true,
    description: "How satisfied; left out where nobody answered (满意度).",
  })
  satisfaction?: InquirySatisfaction;
}

/** The words that everybody reads. */
@InputType({ description: "Question and reply as everybody reads them (公开诉求)." })
export class PublishInquiryInput extends InquiryStepInput {
  @MaxLength(2_000)
  @Field(() => String, { description: "What was asked, without persons (公开的诉求)." })
  publicContent: string;

  @MaxLength(4_000)
  @Field(() => String, { description: "The reply, without persons (公开的答复)." })
  publicReply: string;
}
