/** Inputs of the verbs by which a case goes on after it was received. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { CaseMaterialInput, CaseStepInput } from "../case-handling/case-handling.input.js";
import { SpecialProcedureKind } from "../service-case/service-case.enums.js";

/** A notice of what is missing. */
@InputType({ description: "A notice, once and in full, of what is missing (一次性告知补正)." })
export class AskCorrectionInput extends CaseStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "All that is missing (需补正的全部内容)." })
  missing: string;
}

/** An end that the agency brings about, with its reason. */
@InputType({ description: "An end that the agency brings about, with its reason (机关终止办理)." })
export class EndCaseInput extends CaseStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason, told to the applicant (理由)." })
  reasons: string;
}

/** What the applicant hands in after a notice. */
@InputType({ description: "What was missing (补正)." })
export class CorrectCaseInput extends CaseStepInput {
  @Field(() => [CaseMaterialInput], {
    description: "Materials that are added, 1 to 100 with those before (补正材料).",
  })
  materials: CaseMaterialInput[];
}

/** A special procedure that begins. */
@InputType({ description: "A special procedure that begins (启动特别程序)." })
export class SuspendCaseInput extends CaseStepInput {
  @Field(() => SpecialProcedureKind, { description: "Kind whose time does not count (特别程序种类)." })
  kind: SpecialProcedureKind;

  @MaxLength(200)
  @Field(() => String, { description: "Name of the procedure (特别程序名称)." })
  name: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "Reason and basis, told to the applicant (启动理由或依据)." })
  reasons: string;
}

/** A special procedure that ends. */
@InputType({ description: "A special procedure that ends (结束特别程序)." })
export class ResumeCaseInput extends CaseStepInput {
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: "What came of it (特别程序结果)." })
  result?: string;
}

/** Completion. */
@InputType({ description: "Completion of a decided case (办结)." })
export class CompleteCaseInput extends CaseStepInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of the licence that is issued; none where it has no end (证照有效期至).",
  })
  validTo?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "That an applicant who is a natural person is of age, by a document that the agency saw; otherwise the licence is not published, as it may be a minor's (申请人已成年).",
  })
  applicantIsAdult?: boolean;
}

/** An extension. */
@InputType({ description: "An extension of the limit, approved by the agency's head (延长期限)." })
export class ExtendCaseInput extends CaseStepInput {
  @Min(1)
  @Max(10)
  @Field(() => Int, { description: "Working days that are added, 1 to 10 (延长工作日数)." })
  days: number;

  @MaxLength(100)
  @Field(() => String, { description: "Head of the agency who approved it (批准人)." })
  approver: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "Reason, told to the applicant (延长理由)." })
  reasons: string;
}
