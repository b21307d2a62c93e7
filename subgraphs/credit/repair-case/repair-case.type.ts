/** RepairCase: an application to end the publicity of a record (信用修复办理); its subject, the authority and supervisors read it. */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  OwnedRecord,
  Tag,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import type { CreditRecordKind } from "../record/record.enums.js";
import { EvidenceKind } from "./repair-case.enums.js";
import { RepairState } from "./repair-case.machine.js";
import { RepairRules } from "../repair-rules/repair-rules.type.js";
import type * as domain from "./repair-case.js";

/** Who reads a repair case: a repair that anybody could see would keep the record known (C4). */
export const REPAIR_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** A piece of evidence. */
@ObjectType({ description: "A document that was handed in (提交材料)." })
export class Evidence implements domain.Evidence {
  @Field(() => EvidenceKind, { description: "Kind (材料类型)." })
  kind: EvidenceKind;

  @Field(() => String, { description: "Title (材料名称)." })
  title: string;

  @Field(() => String, { nullable: true, description: "SHA-256 of the file, hexadecimal (文件散列值)." })
  sha256?: string;

  /** Number of the case. */
  no: string;
}

/** A repair case. */
@Directive('@key(fields: "no")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@Tag("signed-in")
@ObjectType({ description: "An application to end the publicity of a record (信用修复办理)." })
export class RepairCase {
  @Field(() => ID, { description: "Number (受理编号)." })
  no: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => RepairState, { nullable: true, description: "Where it stands (办理状态)." })
  state?: RepairState;

  @Closed(REPAIR_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the application (申请日期)." })
  appliedOn?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of acceptance (受理日期)." })
  acceptedOn?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (决定日期)." })
  decidedOn?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the applicant was told the outcome (反馈日期, L24).",
  })
  feedbackOn?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => Boolean, { nullable: true, description: "True where the authority extended its limit (是否延期)." })
  extended?: boolean;

  @Closed(REPAIR_CLOSURE)
  @Field(() => Deadline, { nullable: true, description: "Limit that runs in its state, L24 (办理期限)." })
  deadline?: Deadline;

  @Closed(REPAIR_CLOSURE)
  @Field(() => RepairRules, {
    nullable: true,
    description:
      "Measures that govern it on the day of the application, and its limits with them: the general ones, or those of a system of its own, such as market supervision (适用的信用修复规定).",
  })
  repairRules?: RepairRules;

  @Closed(REPAIR_CLOSURE)
  @Field(() => [Evidence], { nullable: true, description: "What was handed in (提交材料)." })
  evidence?: Evidence[];

  @Closed(REPAIR_CLOSURE)
  @Field(() => String, { nullable: true, description: "What was decided, with reasons (修复决定)." })
  decision?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => String, {
    nullable: true,
    description: "What was told of review and lawsuit, with a refusal (救济途径).",
  })
  remedy?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the authority found that it rests on false statements (查实虚假日期).",
  })
  foundFalseOn?: string;

  @Closed(REPAIR_CLOSURE)
  @Field(() => String, { nullable: true, description: "Number of the document of that finding (查实文书号)." })
  findingNo?: string;

  version: number;
  recordKind: CreditRecordKind;
  recordId: string;
  subject?: string;
  counterpartyId?: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
}

/** A page of repair cases. */
export const RepairCaseConnection = createConnectionType("RepairCase", () => RepairCase, "信用修复办理");
