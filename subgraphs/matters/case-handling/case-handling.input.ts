/** Inputs of the verbs of cases. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { CaseOutcome, MaterialDelivery } from "../service-case/service-case.enums.js";

/** A material that is handed in. */
@InputType({ description: "A material that is handed in (提交材料)." })
export class CaseMaterialInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name, as the matter's list has it (材料名称)." })
  name: string;

  @Field(() => MaterialDelivery, { description: "How it comes (收取方式)." })
  delivery: MaterialDelivery;

  @Min(1)
  @Max(999)
  @Field(() => Int, { nullable: true, description: "Number of copies, 1 to 999; 1 where not said (份数)." })
  copies?: number;

  @Field(() => ID, {
    nullable: true,
    description:
      "Receipt of your upload, for ELECTRONIC alone; or the id of a file that the case holds already (文件编号).",
  })
  fileId?: string;

  @MaxLength(120)
  @Field(() => String, {
    nullable: true,
    description: "Name of an upload that readers see, with an ending that fits its content (文件名).",
  })
  fileName?: string;
}

/** What an application says, as its first draft. */
@InputType({ description: "An application that is being written (申请草稿)." })
export class DraftCaseInput extends WriteInput {
  @Field(() => ID, { description: "Matter that is applied for (事项, id)." })
  matterId: string;

  @MaxLength(200)
  @Field(() => String, { description: "Applicant's name (申请人名称)." })
  applicantName: string;

  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description: "What is applied for; the matter's name where not said (办理摘要).",
  })
  projectName?: string;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Person to contact (联系人)." })
  contactName?: string;

  @MaxLength(32)
  @Field(() => String, { nullable: true, description: "Telephone of the contact (联系电话)." })
  contactPhone?: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Address of the contact (联系地址)." })
  contactAddress?: string;

  @Field(() => [CaseMaterialInput], { nullable: true, description: "Materials; at most 100 (申请材料)." })
  materials?: CaseMaterialInput[];

  @Field(() => [ID], {
    nullable: true,
    description: "Situations of the matter that apply, by which materials are needed (适用情形).",
  })
  situationIds?: string[];
}

/** A step that needs no more than the case. */
@InputType({ description: "A step of a case (办件操作)." })
export class CaseStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the case (办件编号)." })
  caseNo: string;
}

/** What of a draft is written anew. */
@InputType({
  description: "A draft that is changed: what is not said stays, an empty text takes away (修改草稿).",
})
export class EditCaseInput extends CaseStepInput {
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Applicant's name (申请人名称)." })
  applicantName?: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "What is applied for (办理摘要)." })
  projectName?: string;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Person to contact (联系人)." })
  contactName?: string;

  @MaxLength(32)
  @Field(() => String, { nullable: true, description: "Telephone of the contact (联系电话)." })
  contactPhone?: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Address of the contact (联系地址)." })
  contactAddress?: string;

  @Field(() => [CaseMaterialInput], {
    nullable: true,
    description:
      "All materials, at most 100, in place of those before; a file that none names any more is taken away (申请材料).",
  })
  materials?: CaseMaterialInput[];

  @Field(() => [ID], { nullable: true, description: "Situations of the matter that apply (适用情形)." })
  situationIds?: string[];
}

/** Handing in. */
@InputType({ description: "Handing in of a draft (提交申请)." })
export class SubmitCaseInput extends CaseStepInput {
  @Field(() => [String], {
    nullable: true,
    description: "Materials that you promise to hand in later, of those whose need is LATER (承诺容缺后补的材料).",
  })
  promisedMaterials?: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      "Materials in whose place you commit in writing: by naming one you sign the text of its commitment (以告知承诺替代的材料).",
  })
  committedMaterials?: string[];
}

/** A step whose reason is told. */
@InputType({ description: "A step of a case with its reason (说明理由的办件操作)." })
export class ReasonedCaseInput extends CaseStepInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "Reason that is told (理由)." })
  reasons?: string;
}

/** Acceptance. */
@InputType({ description: "Acceptance of a case (受理)." })
export class AcceptCaseInput extends CaseStepInput {
  @MaxLength(64)
  @Field(() => String, { description: "Number of the acceptance notice (受理文书编号)." })
  acceptanceNo: string;
}

/** Refusal of acceptance. */
@InputType({ description: "Refusal to accept a case (不予受理)." })
export class RefuseCaseInput extends ReasonedCaseInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "What is told of review and lawsuit (救济途径)." })
  remedy?: string;
}

/** Decision. */
@InputType({ description: "Decision of a case (作出决定)." })
export class DecideCaseInput extends RefuseCaseInput {
  @Field(() => CaseOutcome, { description: "GRANTED or REFUSED (决定结果)." })
  outcome: CaseOutcome;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Name of what is issued (结果名称)." })
  resultName?: string;
}
