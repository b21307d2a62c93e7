/** Inputs of the verbs of applications to enter the market. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** Most services, qualifications and relations of an application. */
export const MOST_NAMED = 20;

/** A qualification that a firm names. */
@InputType({ description: "A qualification (机构资质)." })
export class QualificationInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name (资质名称)." })
  name: string;

  @MaxLength(50)
  @Field(() => String, { nullable: true, description: "Grade (等级)." })
  level?: string;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Number of the certificate (证书编号)." })
  certNo?: string;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "Who issued it (发证机关)." })
  issuer?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity (有效期至)." })
  validTo?: string;
}

/** An application. */
@InputType({ description: "A firm asks to enter the market, or to provide more in it (申请入驻)." })
export class ApplyForEntryInput extends WriteInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name of the firm; one that is in the market keeps its name (机构名称)." })
  name: string;

  @Field(() => DivisionCodeScalar, { description: "Where the firm is (行政区划)." })
  division: string;

  @MaxLength(18)
  @Field(() => ID, {
    description: "Department that approves with the results of the services, its credit code (审批部门).",
  })
  department: string;

  @Field(() => [ID], { description: "Services that it is to provide, at most 20 (服务事项编码)." })
  serviceCodes: string[];

  @Field(() => [QualificationInput], { description: "Qualifications, at most 20 (机构资质)." })
  qualifications: QualificationInput[];

  @Min(1)
  @Max(1_000)
  @Field(() => Int, { nullable: true, description: "Projects that it can take at a time (承接能力)." })
  capacity?: number;

  @Field(() => [ID], {
    description:
      "All bodies that own it, are owned by it, or share a person in charge with it, credit codes, at most 20; it bids for no project of theirs from now on (关联关系申报).",
  })
  related: string[];
}

/** A step that needs no more than the application. */
@InputType({ description: "A step of an application to enter the market (入驻申请操作)." })
export class EntryStepInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the application (申请编号)." })
  no: string;
}

/** A refusal. */
@InputType({ description: "A refused application (不予入驻)." })
export class RefuseEntryInput extends EntryStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reasons, which the firm reads (理由)." })
  reasons: string;
}
