/** MatterDraft: what an agency writes as the next version of a matter (事项草稿). */
import { Directive, Field, ID, Int, ObjectType, Open, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, TimeLimit, createConnectionType } from "../../../platform/graphql/index.js";
import { HandleArea, OnlineDepth } from "../matter/competence.enums.js";
import { HandlingType, ServiceRecipient, TaskState } from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import { Channels, Faq, FeeItem, Material, MatterResult, ProcessStep, Situation } from "../matter/matter.parts.js";
import type * as domain from "./matter-draft.js";

/** What the draft says of the matter. */
@ObjectType({ description: "What a draft says of its matter, whole (草稿内容)." })
export class DraftedContent implements domain.DraftedContent {
  @Field(() => String, { description: "Name (事项名称)." })
  taskName: string;

  @Field(() => TaskState, { description: "State (事项状态)." })
  taskState: TaskState;

  @Field(() => [ServiceRecipient], { description: "Whom it serves (服务对象)." })
  serves: ServiceRecipient[];

  @Field(() => HandlingType, { nullable: true, description: "Kind of handling (办件类型)." })
  handlingType?: HandlingType;

  @Field(() => Int, { nullable: true, description: "Visits needed (到办事现场次数)." })
  visits?: number;

  @Field(() => Boolean, { nullable: true, description: "True if there is a fee (是否收费)." })
  isFee?: boolean;

  @Field(() => Boolean, { nullable: true, description: "True if it can be handled online (是否网办)." })
  isOnline?: boolean;

  @Field(() => [String], { description: "Themes (主题)." })
  themes: string[];

  @Field(() => TimeLimit, { nullable: true, description: "Limit of the law (法定办结时限)." })
  statutory?: TimeLimit;

  @Field(() => TimeLimit, { nullable: true, description: "Promised limit (承诺办结时限)." })
  promised?: TimeLimit;

  @Field(() => String, { nullable: true, description: "Why a visit is needed (必须现场办理原因)." })
  visitReason?: string;

  @Field(() => String, { nullable: true, description: "When an application is accepted (受理条件)." })
  acceptCondition?: string;

  @Field(() => String, { nullable: true, description: "Limit of numbers (数量限制)." })
  limitExplain?: string;

  @Field(() => [OnlineDepth], { nullable: true, description: "What can be done online (网上办理深度)." })
  onlineDepth?: OnlineDepth[];

  @Field(() => HandleArea, { nullable: true, description: "Area in which any window handles it (通办范围)." })
  handleArea?: HandleArea;

  @Open({ reviewed: "2026-11-30", by: "matters: telephone numbers of offices are public" })
  @Field(() => String, { nullable: true, description: "Telephone for questions (咨询电话)." })
  consultPhone?: string;

  @Open({ reviewed: "2026-11-30", by: "matters: telephone numbers of offices are public" })
  @Field(() => String, { nullable: true, description: "Telephone for complaints (投诉电话)." })
  complaintPhone?: string;

  @Field(() => [Situation], { description: "Situations of applicants (情形)." })
  conditions: Situation[];

  @ListSize(100)
  @Field(() => [Material], { description: "Materials of all situations, at most 100 (申请材料)." })
  materials: Material[];

  @Field(() => [ProcessStep], { description: "Steps (办理环节)." })
  steps: ProcessStep[];

  @Field(() => [FeeItem], { description: "Fees (收费项目)." })
  fees: FeeItem[];

  @Field(() => MatterResult, { nullable: true, description: "What comes out (审批结果)." })
  result?: MatterResult;

  @Field(() => Channels, { nullable: true, description: "How one can apply (办理渠道)." })
  channels?: Channels;

  @Field(() => [Faq], { description: "Questions and answers (常见问题)." })
  faqs: Faq[];
}

/** A draft. What it says, what it changes, and links are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "deptUscc", division: "divisionCode" })
@ObjectType({
  description: "What an agency writes as the next version of a matter, until it is published or given up (事项草稿).",
})
export class MatterDraft implements Omit<domain.MatterDraft, keyof domain.DraftedMatter> {
  @Field(() => ID, { description: "Id (草稿编号)." })
  id: string;

  @Field(() => EditorialStatus, { description: "State (发布状态)." })
  state: EditorialStatus;

  @Field(() => Int, { description: "Version of the matter from which it was written (原版本)." })
  baseVersion: number;

  @Field(() => DateScalar, { description: "Day on which it was begun (起草日期)." })
  draftedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication (发布日期)." })
  publishedOn?: string;

  @Field(() => Int, { nullable: true, description: "Version of the matter that it became (发布后的版本)." })
  publishedVersion?: number;

  version: number;
  matterId: string;
  deptUscc: string;
  divisionCode: string;
  authors: string[];
}

/** A page of drafts. */
export const MatterDraftConnection = createConnectionType("MatterDraft", () => MatterDraft, "事项草稿");
