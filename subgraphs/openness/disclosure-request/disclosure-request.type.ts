/** DisclosureRequest: what somebody asked an agency to disclose, and how it was answered (政府信息公开申请). */
import {
  Closed,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  Tag,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { DisclosureOutcome } from "./disclosure-outcome.js";
import { ApplicantKind, DisclosureForm, ThirdPartyOpinion } from "./disclosure-request.enums.js";
import type * as domain from "./disclosure-request.js";
import { DisclosureState } from "./disclosure-request.machine.js";

/** Who reads what was asked and answered: the applicant, the agency and supervisors. */
export const REQUEST_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** Who the applicant is and how they are reached: for them and the agency that answers. */
const CONTACT_CLOSURE: Closure = { tier: ["OWNER", "AGENCY"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" };

/** Who a third party is and what it said: for the agency and supervisors. */
const THIRD_PARTY_CLOSURE: Closure = {
  tier: ["AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** A third party that was asked. */
@OwnedRecord({ subject: "subject", agency: "agencyUscc", division: "divisionCode" })
@ObjectType({ description: "A third party that is asked about a disclosure (征求第三方意见)." })
export class ThirdPartyConsultation implements domain.ThirdPartyConsultation {
  @Field(() => Int, { description: "Number within the request (序号)." })
  number: number;

  @Field(() => DateScalar, { description: "Day on which it was asked; the clock of the answer stops (征求日期)." })
  askedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the clock goes on (恢复计时日期)." })
  endedOn?: string;

  @Field(() => ThirdPartyOpinion, { nullable: true, description: "What it said (第三方意见)." })
  opinion?: ThirdPartyOpinion;

  @Field(() => Deadline, { description: "Limit of its opinion, L11 (第三方答复期限)." })
  deadline: Deadline;

  @Closed(THIRD_PARTY_CLOSURE)
  @Field(() => String, { nullable: true, description: "Who is asked (第三方)." })
  thirdParty: string;

  @Closed(THIRD_PARTY_CLOSURE)
  @Field(() => String, { nullable: true, description: "Its words (意见内容)." })
  opinionText?: string;

  subject: string;
  agencyUscc: string;
  divisionCode: string;
}

/** A request. Links, files and third parties are in its resolvers. */
@Directive('@key(fields: "requestNo")')
@OwnedRecord({ subject: "subject", agency: "agencyUscc", division: "divisionCode" })
@Tag("signed-in")
@ObjectType({ description: "What somebody asked an agency to disclose, and the answer (政府信息公开申请)." })
export class DisclosureRequest implements domain.DisclosureRequest {
  @Field(() => ID, { description: "Number, which says nothing of the applicant (申请编号)." })
  requestNo: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DisclosureState, { nullable: true, description: "State (状态)." })
  state: DisclosureState;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of receipt (收到日期)." })
  receivedOn: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of the answer, or on which it ended otherwise (办结日期).",
  })
  endedOn?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => ApplicantKind, { nullable: true, description: "Who asks (申请人类别)." })
  applicantKind: ApplicantKind;

  @Closed(CONTACT_CLOSURE)
  @Field(() => String, { nullable: true, description: "Name of the applicant (申请人姓名或者名称)." })
  applicantName: string;

  @Closed(CONTACT_CLOSURE)
  @Field(() => String, { nullable: true, description: "How the applicant is reached (联系方式)." })
  contact: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "What is asked for (所需政府信息描述)." })
  description: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DisclosureForm, { nullable: true, description: "In which form (获取信息的方式)." })
  formWanted: DisclosureForm;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the notice of what is unclear (补正告知日期)." })
  correctionAskedOn?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Until when it may be made clear (补正截止日期)." })
  correctBy?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "What is unclear (需要补正的事项)." })
  unclear?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which it was made clear (补正日期)." })
  correctedOn?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "What the applicant added (补正内容)." })
  correction?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day on which the limit was extended (延期日期)." })
  extendedOn?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "Why (延期理由)." })
  extensionReasons?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => DisclosureOutcome, { nullable: true, description: "How it was answered (答复结果)." })
  outcome?: DisclosureOutcome;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "Why; always stated where something is refused (理由)." })
  reasons?: string;

  @Closed(REQUEST_CLOSURE)
  @Field(() => String, { nullable: true, description: "What may be done against a refusal (救济渠道)." })
  remedy?: string;

  version: number;
  indexNo?: string;
  agencyId: string;
  agencyUscc: string;
  divisionCode: string;
  subject: string;
}

/** A page of requests. */
export const DisclosureRequestConnection = createConnectionType(
  "DisclosureRequest",
  () => DisclosureRequest,
  "政府信息公开申请",
);
