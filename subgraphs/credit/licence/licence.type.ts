/** AdministrativeLicence: a licensing decision in publicity (行政许可公示, XK_*). */
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open, OwnedRecord } from "../../../platform/disclosure/index.js";
import { DateScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";
import { CounterpartyType } from "../counterparty/counterparty.js";

/** Category of licence; the number is the code of the publicity table. */
export enum LicenceCategory {
  ORDINARY_01 = "ORDINARY_01",
  FRANCHISE_02 = "FRANCHISE_02",
  RECOGNITION_03 = "RECOGNITION_03",
  VERIFICATION_04 = "VERIFICATION_04",
  REGISTRATION_05 = "REGISTRATION_05",
  OTHER_06 = "OTHER_06",
}

describeEnum(LicenceCategory, "LicenceCategory", "Category of licence (许可类别, XK_XKLB).", {
  ORDINARY_01: "Ordinary (普通).",
  FRANCHISE_02: "Franchise (特许).",
  RECOGNITION_03: "Recognition (认可).",
  VERIFICATION_04: "Verification (核准).",
  REGISTRATION_05: "Registration (登记).",
  OTHER_06: "Other (其他).",
});

/** Whether a licence is valid. */
export enum RecordState {
  VALID = "VALID",
  INVALID = "INVALID",
}

describeEnum(RecordState, "RecordState", "Whether it is valid on the day of the request (当前状态, XK_ZT).", {
  VALID: "Valid (有效).",
  INVALID: "Invalid (无效).",
});

/** A licence. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "An administrative licence in publicity (行政许可公示)." })
export class AdministrativeLicence {
  @Field(() => ID, { description: "Id (记录编号)." })
  id: string;

  @Field(() => String, { description: "Number of the decision (许可文书号, XK_WSH)." })
  docNo: string;

  @Field(() => String, { nullable: true, description: "Name of the decision (许可文书名称)." })
  docName?: string;

  @Open({ reviewed: "2026-11-24", by: "credit: names of natural persons are shown masked to the public" })
  @Field(() => String, {
    nullable: true,
    description: "Counterparty; of natural persons the public sees the surname alone (行政相对人名称, XK_XDR_MC).",
  })
  counterpartyName?: string;

  @Field(() => CounterpartyType, { description: "Kind of counterparty (行政相对人类别)." })
  counterpartyType: CounterpartyType;

  @Field(() => LicenceCategory, { description: "Category (许可类别)." })
  category: LicenceCategory;

  @Field(() => String, { nullable: true, description: "Name of the certificate (许可证书名称)." })
  certName?: string;

  @Field(() => String, { description: "What is licensed (许可内容, XK_NR)." })
  content: string;

  @Field(() => DateScalar, { description: "Day of the decision (许可决定日期, XK_JDRQ)." })
  decisionDate: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of validity (有效期自, XK_YXQZ)." })
  validFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity (有效期至, XK_YXQZI)." })
  validTo?: string;

  @Field(() => RecordState, { description: "Whether it is valid on the day of the request (当前状态)." })
  state: RecordState;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication (公示日期)." })
  publishedOn?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True if published later than 7 working days after the decision, L12 (是否迟报).",
  })
  publishedLate?: boolean;

  subject?: string;
  authorityId: string;
  authorityUscc: string;
  counterpartyId?: string;
  divisionCode: string;
  matterId?: string;
}

/** A page of licences. */
export const AdministrativeLicenceConnection = createConnectionType(
  "AdministrativeLicence",
  () => AdministrativeLicence,
  "行政许可",
);
