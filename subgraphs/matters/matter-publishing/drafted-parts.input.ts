/** Parts of what is drafted of a matter: limits, situations, materials, steps, fees, results, questions. */
import { Field, Float, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { LimitUnit, Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "../matter/material.enums.js";

/** A time limit. */
@InputType({ description: "A time limit (时限)." })
export class DraftedLimitInput {
  @Min(0)
  @Max(9_999)
  @Field(() => Int, { description: "Amount; 0 where it is immediate (数值)." })
  amount: number;

  @Field(() => LimitUnit, { description: "Unit (单位)." })
  unit: LimitUnit;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Explanation (说明)." })
  explain?: string;
}

/** A situation. */
@InputType({ description: "A situation in which somebody applies (情形)." })
export class DraftedSituationInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Id within the matter (情形编号)." })
  id: string;

  @MaxLength(200)
  @Field(() => String, { description: "Name (情形名称)." })
  name: string;
}

/** A commitment in place of a material. */
@InputType({ description: "What an applicant may commit to in place of a material (告知承诺)." })
export class DraftedCommitmentInput {
  @MaxLength(2_000)
  @Field(() => String, { description: "What is committed to, and what a false commitment leads to (告知承诺书内容)." })
  text: string;

  @Min(1)
  @Max(365)
  @Field(() => Int, { description: "Days after the decision in which it is verified, 1 to 365 (核查期限, 自然日)." })
  verifyWithinDays: number;
}

/** A material. */
@InputType({ description: "A material to hand in (申请材料)." })
export class DraftedMaterialInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name, once in the list (材料名称)." })
  name: string;

  @Field(() => MaterialType, { nullable: true, description: "Original or copy (材料类型)." })
  type?: MaterialType;

  @Field(() => MaterialFormat, { nullable: true, description: "Paper or electronic (材料形式)." })
  format?: MaterialFormat;

  @Field(() => MaterialNeed, { nullable: true, description: "How needed it is (材料必要性)." })
  need?: MaterialNeed;

  @Field(() => MaterialSource, { nullable: true, description: "Where it comes from (来源渠道)." })
  source?: MaterialSource;

  @Min(1)
  @Max(999)
  @Field(() => Int, { nullable: true, description: "Number of copies, 1 to 999 (份数)." })
  copies?: number;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Size or specification (规格)." })
  spec?: string;

  @MaxLength(64)
  @Field(() => String, { nullable: true, description: "Type of licence that can stand for it (证照类型)." })
  licenceType?: string;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "What is accepted (受理标准)." })
  acceptStandard?: string;

  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "How it is filled in (填报须知)." })
  fillExplain?: string;

  @Field(() => [ID], { nullable: true, description: "Situations that need it; none for all (适用情形)." })
  situationIds?: string[];

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Web address of the blank form (空白表格)." })
  blankForm?: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Web address of a sample (示例样表)." })
  sample?: string;

  @MaxLength(64)
  @Field(() => ID, { nullable: true, description: "Listed intermediary service that produces it, by code (中介服务)." })
  intermediaryServiceCode?: string;

  @MaxLength(64)
  @Field(() => ID, { nullable: true, description: "Law that requires it, by id (要求依据)." })
  legalBasisId?: string;

  @Field(() => DraftedCommitmentInput, {
    nullable: true,
    description: "Commitment that may stand for it; none where nothing but the material will do (可告知承诺).",
  })
  commitment?: DraftedCommitmentInput;
}

/** A step of handling. */
@InputType({ description: "A step of handling (办理环节)." })
export class DraftedStepInput {
  @MaxLength(100)
  @Field(() => String, { description: "Name, such as 受理 (环节名称)." })
  name: string;

  @Min(0)
  @Max(9_999)
  @Field(() => Float, { nullable: true, description: "Working days it takes (环节时限, 工作日)." })
  workingDays?: number;
}

/** A fee. */
@InputType({ description: "A fee (收费项目)." })
export class DraftedFeeInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name (收费项目名称)." })
  name: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "Standard (收费标准)." })
  standard?: string;

  @Field(() => Boolean, { nullable: true, description: "True if it may be reduced (是否允许减免)." })
  reducible?: boolean;

  @MaxLength(64)
  @Field(() => ID, { nullable: true, description: "Law on which it rests, by id (收费依据)." })
  legalBasisId?: string;
}

/** What comes out. */
@InputType({ description: "What comes out of handling (审批结果)." })
export class DraftedResultInput {
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Name (结果名称)." })
  name?: string;

  @Field(() => Boolean, { nullable: true, description: "True if a sample is published (是否有结果样本)." })
  hasSample?: boolean;
}

/** A question and its answer. */
@InputType({ description: "A question and its answer (常见问题)." })
export class DraftedFaqInput {
  @MaxLength(500)
  @Field(() => String, { description: "Question (问题)." })
  question: string;

  @MaxLength(2_000)
  @Field(() => String, { description: "Answer (解答)." })
  answer: string;
}
