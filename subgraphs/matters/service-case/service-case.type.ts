/** ServiceCase: one application and how it is handled (办件, up_pro_*). Nothing of it is public; progress by query code is another type. */
import {
  Closed,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  Open,
  OwnedRecord,
  Personal,
  Tag,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import type { CaseLimit } from "../case-clock/case-clock.js";
import type { StepLimit } from "../case-clock/step-clock.js";
import { ServiceRecipient, type TaskType } from "../matter/matter.enums.js";
import { ApplyChannel } from "./service-case.enums.js";
import type * as domain from "./service-case.js";
import { CaseCommitment, CaseMaterial, CaseResult, type SpecialProcedure } from "./service-case.parts.js";
import { CaseState } from "./service-case.state.js";

/** Who may read a case: those whom it concerns, since it shows what a person or firm applied for. */
export const CASE_FILE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** Closes a field to those whom a case concerns. */
export const CaseFile = (): PropertyDecorator & MethodDecorator => Closed(CASE_FILE);

/** Closes a field to the applicant alone, or to these audiences as well. */
const Identity = (...more: readonly ("AGENCY" | "SUPERVISOR")[]): PropertyDecorator & MethodDecorator =>
  Closed({ tier: ["OWNER", ...more], reason: "PERSONAL_PRIVACY", basis: "PIPL-2021-13" });

/** A case. Links and computed fields are in its resolver. */
@Directive('@key(fields: "caseNo")')
@OwnedRecord({ subject: "subject", agency: "deptUscc", division: "divisionCode" })
@Personal("OTHER")
@Tag("signed-in")
@ObjectType({ description: "One application and how it is handled (办件)." })
export class ServiceCase implements domain.ServiceCase {
  @Open({ reviewed: "2026-11-25", by: "matters: a number without its case says nothing" })
  @Field(() => ID, { description: "Number (办件编号, caseNo)." })
  caseNo: string;

  @CaseFile()
  @Field(() => String, { nullable: true, description: "What is applied for (办理摘要, projectName)." })
  projectName?: string;

  @CaseFile()
  @Field(() => CaseState, { nullable: true, description: "State (办件状态)." })
  state: CaseState;

  @CaseFile()
  @Field(() => Int, { nullable: true, description: "Version of the matter it is handled under (适用事项版本)." })
  matterVersion: number;

  @Identity("AGENCY", "SUPERVISOR")
  @Field(() => String, { nullable: true, description: "Applicant (申请人名称, applyerName)." })
  applicantName?: string;

  @CaseFile()
  @Field(() => ServiceRecipient, { nullable: true, description: "Kind of applicant (申请人类型, applyerType)." })
  applicantType: ServiceRecipient;

  @Identity()
  @Field(() => String, {
    nullable: true,
    description:
      "Last four characters of the applicant's number; the number itself is not kept (证件号码尾号, applyerPageCode).",
  })
  applicantIdTail?: string;

  @Identity("AGENCY", "SUPERVISOR")
  @Field(() => String, { nullable: true, description: "Person to contact (联系人, contactName)." })
  contactName?: string;

  @Identity("AGENCY")
  @Field(() => String, { nullable: true, description: "Telephone of the contact (联系电话, contactMobile)." })
  contactPhone?: string;

  @Identity("AGENCY")
  @Field(() => String, { nullable: true, description: "Address of the contact (联系地址, address)." })
  contactAddress?: string;

  @CaseFile()
  @Field(() => ApplyChannel, { nullable: true, description: "How the application came (申请方式, applyType)." })
  applyChannel?: ApplyChannel;

  @CaseFile()
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of application; none for a draft (申请日期, applyDate).",
  })
  appliedOn?: string;

  @CaseFile()
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the applicant was told, once and in full, what is missing (一次性告知日期).",
  })
  noticeOn?: string;

  @CaseFile()
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of acceptance; it does not count (受理日期, acceptDate).",
  })
  acceptedOn?: string;

  @CaseFile()
  @Field(() => String, { nullable: true, description: "Number of the acceptance notice (受理文书编号, acceptDocNo)." })
  acceptanceNo?: string;

  @CaseFile()
  @Field(() => DateScalar, { nullable: true, description: "Day of completion (办结日期)." })
  completedOn?: string;

  @CaseFile()
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which handling ended in any way, such as withdrawal (结束日期).",
  })
  endedOn?: string;

  @CaseFile()
  @Field(() => [CaseMaterial], { nullable: true, description: "Materials that were handed in (办件材料)." })
  materials: CaseMaterial[];

  @CaseFile()
  @Field(() => [ID], {
    nullable: true,
    description: "Situations of the matter in which it was applied; empty where none was named (适用情形).",
  })
  situationIds?: string[];

  @CaseFile()
  @Field(() => [String], {
    nullable: true,
    description: "Materials that the applicant promised, when handing it in, to hand in later (承诺容缺后补的材料).",
  })
  promisedMaterials?: string[];

  @CaseFile()
  @Field(() => CaseCommitment, {
    nullable: true,
    description: "What the applicant committed to in place of materials; null where nothing (告知承诺).",
  })
  commitment?: CaseCommitment;

  @CaseFile()
  @Field(() => CaseResult, { nullable: true, description: "Result (办理结果)." })
  result?: CaseResult;

  // What links, clock and policy need.
  version: number;
  matterId: string;
  taskType: TaskType;
  subject: string;
  applicantOrgId?: string;
  deptId: string;
  deptUscc: string;
  divisionCode: string;
  promised?: CaseLimit;
  statutory?: CaseLimit;
  procedures: SpecialProcedure[];
  recordedSteps: readonly domain.RecordedStep[];
  stepLimits: readonly StepLimit[];
}

/** A page of cases. */
export const ServiceCaseConnection = createConnectionType("ServiceCase", () => ServiceCase, "办件");
