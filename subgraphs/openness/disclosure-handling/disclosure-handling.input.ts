/** Inputs of the verbs of requests for information. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { DisclosureOutcome } from "../disclosure-request/disclosure-outcome.js";
import { ApplicantKind, DisclosureForm, ThirdPartyOpinion } from "../disclosure-request/disclosure-request.enums.js";

/** The most files that an answer comes with. */
export const MOST_FILES = 10;

/** A request. */
@InputType({ description: "A request for information (提出政府信息公开申请)." })
export class RequestDisclosureInput extends WriteInput {
  @Field(() => ID, { description: "Agency that is asked; it has an openness office (受理机关)." })
  agencyId: string;

  @Field(() => ApplicantKind, {
    nullable: true,
    description: "What kind of body you act for; not told where you ask for yourself (单位类别).",
  })
  bodyKind?: ApplicantKind;

  @MaxLength(100)
  @Field(() => String, { description: "Name of the applicant (申请人姓名或者名称)." })
  applicantName: string;

  @MaxLength(200)
  @Field(() => String, {
    description: "How you are reached: telephone, e-mail or address (联系方式).",
  })
  contact: string;

  @MaxLength(2_000)
  @Field(() => String, {
    description: "Name, number or other features by which the information can be found (所需政府信息描述).",
  })
  description: string;

  @Field(() => DisclosureForm, { description: "In which form (获取信息的方式)." })
  formWanted: DisclosureForm;
}

/** A step that needs no more than the request. */
@InputType({ description: "A step of a request for information (申请办理操作)." })
export class DisclosureStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the request (申请编号)." })
  requestNo: string;
}

/** What is unclear. */
@InputType({ description: "What is unclear, told once and in full (告知补正)." })
export class AskDisclosureCorrectionInput extends DisclosureStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "What is unclear (需要补正的事项)." })
  unclear: string;

  @Field(() => DateScalar, { description: "Until when it may be made clear; after today (补正截止日期)." })
  correctBy: string;
}

/** What the applicant adds. */
@InputType({ description: "What makes a request clear (补正申请)." })
export class CorrectDisclosureInput extends DisclosureStepInput {
  @MaxLength(2_000)
  @Field(() => String, { description: "What you mean (补正内容)." })
  correction: string;
}

/** A third party. */
@InputType({ description: "A third party that is asked (征求第三方意见)." })
export class ConsultThirdPartyInput extends DisclosureStepInput {
  @MaxLength(100)
  @Field(() => String, { description: "Who is asked (第三方)." })
  thirdParty: string;
}

/** What it said. */
@InputType({ description: "What a third party said (记录第三方意见)." })
export class RecordThirdPartyOpinionInput extends DisclosureStepInput {
  @Field(() => ThirdPartyOpinion, {
    description: "What it said; NO_ANSWER once its limit is over (第三方意见).",
  })
  opinion: ThirdPartyOpinion;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Its words (意见内容)." })
  opinionText?: string;
}

/** A longer limit. */
@InputType({ description: "A longer limit of the answer, once (延长答复期限)." })
export class ExtendDisclosureInput extends DisclosureStepInput {
  @Field(() => Boolean, { description: "Whether the head of the openness office agreed (是否经机构负责人同意)." })
  approvedByHead: boolean;

  @MaxLength(500)
  @Field(() => String, { description: "Why; the applicant is told (延期理由)." })
  reasons: string;
}

/** A file of an answer. */
@InputType({ description: "A file in which the information is (答复附件)." })
export class DisclosureFileInput {
  @MaxLength(1_000)
  @Field(() => ID, { description: "Receipt of your upload (文件编号)." })
  fileId: string;

  @MaxLength(120)
  @Field(() => String, { description: "Name of the file, with an ending that fits its content (文件名)." })
  fileName: string;
}

/** An answer. */
@InputType({ description: "Answer to a request for information (答复政府信息公开申请)." })
export class AnswerDisclosureInput extends DisclosureStepInput {
  @Field(() => DisclosureOutcome, { description: "How it is answered (答复结果)." })
  outcome: DisclosureOutcome;

  @MaxLength(4_000)
  @Field(() => String, { nullable: true, description: "Why; needed where something is refused (理由)." })
  reasons?: string;

  @MaxLength(500)
  @Field(() => String, {
    nullable: true,
    description: "What may be done against it, and where; needed where something is refused (救济渠道).",
  })
  remedy?: string;

  @Field(() => ID, { nullable: true, description: "Public document in which the information is (信息索引号)." })
  indexNo?: string;

  @Field(() => [DisclosureFileInput], {
    defaultValue: [],
    description: "Files in which it is, at most ten; the applicant reads them (答复附件).",
  })
  files: DisclosureFileInput[];
}
