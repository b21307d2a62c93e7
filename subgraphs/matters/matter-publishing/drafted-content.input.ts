/** What is changed in a draft of a matter. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { HandleArea, OnlineDepth } from "../matter/competence.enums.js";
import { HandlingType, ServiceRecipient, TaskState } from "../matter/matter.enums.js";
import {
  DraftedFaqInput,
  DraftedFeeInput,
  DraftedLimitInput,
  DraftedMaterialInput,
  DraftedResultInput,
  DraftedSituationInput,
  DraftedStepInput,
} from "./drafted-parts.input.js";

/** How one can apply. */
@InputType({ description: "How one can apply; what is not said stays (办理渠道)." })
export class DraftedChannelsInput {
  @Field(() => Boolean, { nullable: true, description: "At a window of a hall (进驻大厅)." })
  hall?: boolean;

  @Field(() => Boolean, { nullable: true, description: "By post (物流快递)." })
  express?: boolean;

  @Field(() => Boolean, { nullable: true, description: "With an appointment (预约办理)." })
  appointment?: boolean;

  @Field(() => Boolean, { nullable: true, description: "At a self-service terminal (自助终端)." })
  terminal?: boolean;

  @Field(() => Boolean, { nullable: true, description: "With the one sign-in of the portal (单点登录)." })
  singleSignOn?: boolean;

  @Field(() => Boolean, { nullable: true, description: "With payment online (网上支付)." })
  payOnline?: boolean;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: "Where (办理地点)." })
  address?: string;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: "When (办理时间)." })
  hours?: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Web address where one applies (网上办理地址)." })
  link?: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Web address for telephones (移动端办理地址)." })
  mobileLink?: string;
}

/** What is changed. */
@InputType({
  description:
    "What a draft changes: what is not said stays, an empty text takes away, a list stands in place of the one before; persons, numbers and homes are blotted out (修改内容).",
})
export class DraftedContentInput {
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Name (事项名称)." })
  taskName?: string;

  @Field(() => TaskState, { nullable: true, description: "State: CANCELLED for a matter that ends (事项状态)." })
  taskState?: TaskState;

  @Field(() => [ServiceRecipient], { nullable: true, description: "Whom it serves (服务对象)." })
  serves?: ServiceRecipient[];

  @Field(() => HandlingType, { nullable: true, description: "Kind of handling (办件类型)." })
  handlingType?: HandlingType;

  @Min(0)
  @Max(99)
  @Field(() => Int, { nullable: true, description: "Visits needed; 0 for none (到办事现场次数)." })
  visits?: number;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Why a visit is needed (必须现场办理原因)." })
  visitReason?: string;

  @Field(() => Boolean, { nullable: true, description: "True if there is a fee (是否收费)." })
  isFee?: boolean;

  @Field(() => Boolean, { nullable: true, description: "True if it can be handled online (是否网办)." })
  isOnline?: boolean;

  @Field(() => [OnlineDepth], { nullable: true, description: "What can be done online (网上办理深度)." })
  onlineDepth?: OnlineDepth[];

  @Field(() => HandleArea, { nullable: true, description: "Area in which any window handles it (通办范围)." })
  handleArea?: HandleArea;

  @Field(() => [String], { nullable: true, description: "Themes, at most 20 (主题)." })
  themes?: string[];

  @Field(() => DraftedLimitInput, { nullable: true, description: "Limit of the law (法定办结时限)." })
  statutory?: DraftedLimitInput;

  @Field(() => DraftedLimitInput, { nullable: true, description: "Promised limit (承诺办结时限)." })
  promised?: DraftedLimitInput;

  @MaxLength(4_000)
  @Field(() => String, { nullable: true, description: "When an application is accepted (受理条件)." })
  acceptCondition?: string;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Limit of numbers (数量限制)." })
  limitExplain?: string;

  @Field(() => [DraftedSituationInput], { nullable: true, description: "Situations, at most 20 (情形)." })
  conditions?: DraftedSituationInput[];

  @Field(() => [DraftedMaterialInput], { nullable: true, description: "Materials, at most 100 (申请材料)." })
  materials?: DraftedMaterialInput[];

  @Field(() => [DraftedStepInput], { nullable: true, description: "Steps, at most 20 (办理环节)." })
  steps?: DraftedStepInput[];

  @Field(() => [DraftedFeeInput], { nullable: true, description: "Fees, at most 20 (收费项目)." })
  fees?: DraftedFeeInput[];

  @Field(() => DraftedResultInput, { nullable: true, description: "What comes out (审批结果)." })
  result?: DraftedResultInput;

  @Field(() => DraftedChannelsInput, { nullable: true, description: "How one can apply (办理渠道)." })
  channels?: DraftedChannelsInput;

  @Field(() => [DraftedFaqInput], { nullable: true, description: "Questions and answers, at most 20 (常见问题)." })
  faqs?: DraftedFaqInput[];

  @MaxLength(40)
  @Field(() => String, { nullable: true, description: "Telephone for questions (咨询电话)." })
  consultPhone?: string;

  @MaxLength(40)
  @Field(() => String, { nullable: true, description: "Telephone for complaints (投诉电话)." })
  complaintPhone?: string;
}
