/** Inquiry: what somebody asked or told a body, and what it replied (群众诉求：咨询、建议、投诉、举报、求助). */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  OwnedRecord,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { InquiryKind, InquirySatisfaction } from "./inquiry.enums.js";
import { InquiryState } from "./inquiry.machine.js";
import type * as keeper from "./inquiry-keeper.js";

/** Who reads what was asked as it was written, and how it was handled: the asker, the bodies that keep it and supervisors. */
export const INQUIRY_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** Who asks: for them and the body. */
const ASKER_CLOSURE: Closure = { tier: ["OWNER", "AGENCY"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" };

/** Who asks. */
@OwnedRecord({ subject: "subject", agency: "agencyUscc" })
@ObjectType({
  description:
    "Who asks; of a confidential inquiry the body that received it alone knows, of an anonymous one nobody (诉求人).",
})
export class InquiryAsker implements keeper.InquiryAsker {
  @Closed(ASKER_CLOSURE)
  @Field(() => String, { nullable: true, description: "Name (姓名或者名称)." })
  name?: string;

  @Closed(ASKER_CLOSURE)
  @Field(() => String, { nullable: true, description: "How they are reached (联系方式)." })
  contact?: string;

  subject: string;
  agencyUscc: string;
}

/** An inquiry. Links are in its resolver. */
@Directive('@key(fields: "inquiryNo")')
@OwnedRecord({ subject: "subject", agency: "agencyUscc", division: "divisionCode" })
@ObjectType({
  description:
    "What somebody asked or told a body, and its reply; public without persons where the asker agreed (群众诉求).",
})
export class Inquiry implements Omit<keeper.KeptInquiry, "askerName" | "contact"> {
  @Field(() => ID, { description: "Number, which says nothing of the asker (诉求编号)." })
  inquiryNo: string;

  @Field(() => InquiryKind, { description: "What is wanted (诉求类型)." })
  kind: InquiryKind;

  @Field(() => InquiryState, { description: "State (状态)." })
  state: InquiryState;

  @Field(() => DateScalar, { description: "Day of receipt (受理日期)." })
  receivedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the reply (答复日期)." })
  repliedOn?: string;

  @Field(() => Deadline, {
    nullable: true,
    description:
      "Limit of the reply, L27, a local one that its basis names; null for what was merged. Past one that is not confirmed it is PROVISIONAL (答复期限).",
  })
  deadline?: Deadline;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication (公开日期)." })
  publishedOn?: string;

  @Field(() => String, { nullable: true, description: "What was asked, as published, without persons (公开的诉求)." })
  publicContent?: string;

  @Field(() => String, { nullable: true, description: "The reply, as published, without persons (公开的答复)." })
  publicReply?: string;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => String, { nullable: true, description: "What was asked, as it was written (诉求内容)." })
  content: string;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => String, { nullable: true, description: "The reply, as the asker has it (答复内容)." })
  reply?: string;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => InquiryAsker, { nullable: true, description: "Who asks (诉求人)." })
  asker: InquiryAsker;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => Boolean, { nullable: true, description: "True where the asker left no name (是否匿名)." })
  anonymous: boolean;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => Boolean, {
    nullable: true,
    description: "True where the body that handles it may not know who asks (是否保密).",
  })
  confidential: boolean;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => Boolean, { nullable: true, description: "Whether the asker agreed to publication (是否同意公开)." })
  mayPublish: boolean;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => InquirySatisfaction, {
    nullable: true,
    description: "What the asker said of the handling; null while nobody said anything (满意度).",
  })
  satisfaction?: InquirySatisfaction;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which the asker was called back (回访日期)." })
  calledBackOn?: string;

  @Closed(INQUIRY_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which it was closed (办结日期)." })
  closedOn?: string;

  version: number;
  channelId: string;
  mergedInto?: string;
  divisionCode: string;
  intakeId: string;
  intakeUscc: string;
  assignedId?: string;
  assignedUscc?: string;
  heldByUscc: string;
  agencyUscc: string;
  subject: string;
}

/** A page of inquiries. */
export const InquiryConnection = createConnectionType("Inquiry", () => Inquiry, "群众诉求");
