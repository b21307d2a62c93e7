/** Parts of a service matter: materials, steps, fees, results, channels. */
import { Field, Float, ID, Int, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "./material.enums.js";
import { Severity } from "./matter.enums.js";
import type * as domain from "./matter.js";

/** A situation in which somebody applies. */
@ObjectType({ description: "A situation in which somebody applies; materials differ by it (情形)." })
export class Situation implements domain.Situation {
  @Field(() => ID, {
    description: "Id within the matter (情形编号).",
    deprecationReason:
      "Other matters use the same, and a cache would take them for one: ask for situationId, since 2026-11-30, gone from 2027-11-30.",
  })
  id: string;

  @Field(() => String, { description: "Name (情形名称)." })
  name: string;
}

/** A commitment in place of a material. */
@ObjectType({ description: "What an applicant may commit to in writing in place of a material (告知承诺)." })
export class MaterialCommitment implements domain.MaterialCommitment {
  @Field(() => String, { description: "What is committed to, and what a false commitment leads to (告知承诺书内容)." })
  text: string;

  @Field(() => Int, { description: "Days after the decision in which the agency verifies it (核查期限, 自然日)." })
  verifyWithinDays: number;
}

/** A material to hand in. Links are resolved from its codes. */
@ObjectType({ description: "A material to hand in (申请材料)." })
export class Material implements domain.Material {
  @Field(() => String, { description: "Name (材料名称, materialName)." })
  name: string;

  @Field(() => MaterialType, { nullable: true, description: "Original or copy (材料类型, materialType)." })
  type?: MaterialType;

  @Field(() => MaterialFormat, { nullable: true, description: "Paper or electronic (材料形式, materialFormat)." })
  format?: MaterialFormat;

  @Field(() => MaterialNeed, { nullable: true, description: "How needed it is (材料必要性, isNeed)." })
  need?: MaterialNeed;

  @Field(() => MaterialSource, { nullable: true, description: "Where it comes from (来源渠道, sourceType)." })
  source?: MaterialSource;

  @Field(() => Int, { nullable: true, description: "Number of copies (份数, pageNum)." })
  copies?: number;

  @Field(() => String, { nullable: true, description: "Size or specification (规格, pageFormat)." })
  spec?: string;

  @Field(() => String, {
    nullable: true,
    description: "Type of licence that can stand for it (证照类型, licenceTypeCode).",
  })
  licenceType?: string;

  @Field(() => String, { nullable: true, description: "What is accepted (受理标准, acceptStand)." })
  acceptStandard?: string;

  @Field(() => String, { nullable: true, description: "How it is filled in (填报须知, fillExplain)." })
  fillExplain?: string;

  @Field(() => [ID], { description: "Situations that need it; empty for all (适用情形)." })
  situationIds: string[];

  @Field(() => MaterialCommitment, {
    nullable: true,
    description: "Commitment that may stand for it; null where nothing but the material will do (可告知承诺).",
  })
  commitment?: MaterialCommitment;

  /** Addresses as the agency gave them; those that are no web addresses are not shown. */
  blankFormAddress?: string;
  sampleAddress?: string;
  intermediaryServiceCode?: string;
  legalBasisId?: string;
}

/** A step of handling. */
@ObjectType({ description: "A step of handling (办理环节)." })
export class ProcessStep implements domain.ProcessStep {
  @Field(() => String, { description: "Name, such as 受理 (环节名称)." })
  name: string;

  @Field(() => Float, { nullable: true, description: "Working days it takes (环节时限, 工作日)." })
  workingDays?: number;
}

/** A fee. */
@ObjectType({ description: "A fee (收费项目)." })
export class FeeItem implements domain.FeeItem {
  @Field(() => String, { description: "Name (收费项目名称, feeName)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Standard (收费标准, feeStand)." })
  standard?: string;

  @Field(() => Boolean, { nullable: true, description: "True if it may be reduced (是否允许减免, isDesc)." })
  reducible?: boolean;

  legalBasisId?: string;
}

/** What comes out. */
@ObjectType({ description: "What comes out of handling (审批结果)." })
export class MatterResult implements domain.MatterResult {
  @Field(() => String, { nullable: true, description: "Name (结果名称, resultName)." })
  name?: string;

  @Field(() => Boolean, { nullable: true, description: "True if a sample is published (是否有结果样本, resultGuid)." })
  hasSample?: boolean;
}

/** How one can apply. */
@ObjectType({ description: "How one can apply (办理渠道)." })
export class Channels implements domain.Channels {
  @Field(() => Boolean, { nullable: true, description: "At a window of a hall (进驻大厅, isEntryCenter)." })
  hall?: boolean;

  @Field(() => Boolean, { nullable: true, description: "By post (物流快递, isExpress)." })
  express?: boolean;

  @Field(() => Boolean, { nullable: true, description: "With an appointment (预约办理, isSchedule)." })
  appointment?: boolean;

  @Field(() => Boolean, { nullable: true, description: "At a self-service terminal (自助终端, isServiceTerminals)." })
  terminal?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "With the one sign-in of the portal (单点登录, isSingleLogin).",
  })
  singleSignOn?: boolean;

  @Field(() => Boolean, { nullable: true, description: "With payment online (网上支付, isPayOnline)." })
  payOnline?: boolean;

  @Open({ reviewed: "2026-11-24", by: "matters: addresses of offices are public" })
  @Field(() => String, { nullable: true, description: "Where (办理地点, transactAddr)." })
  address?: string;

  @Field(() => String, { nullable: true, description: "When (办理时间, transactTime)." })
  hours?: string;

  /** Addresses as the agency gave them; those that are no web addresses are not shown. */
  webAddress?: string;
  mobileAddress?: string;
}

/** A question and its answer. */
@ObjectType({ description: "A question and its answer (常见问题)." })
export class Faq implements domain.Faq {
  @Field(() => String, { description: "Question (问题)." })
  question: string;

  @Field(() => String, { description: "Answer (解答)." })
  answer: string;
}

/** A finding of the publishing gate. */
@ObjectType({ description: "A finding about the quality of a matter's data (数据质量问题)." })
export class QualityIssue implements domain.QualityIssue {
  @Field(() => String, { description: "Name of the rule (规则)." })
  rule: string;

  @Field(() => Severity, { description: "How grave it is (级别)." })
  severity: Severity;

  @Field(() => String, { description: "What is wrong, in a sentence (说明)." })
  message: string;
}
