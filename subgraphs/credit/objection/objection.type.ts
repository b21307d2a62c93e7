/** Objection: what a subject holds against a record about it (异议); the record itself says publicly that one is pending. */
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
import { ObjectionOutcome } from "./objection.enums.js";
import { ObjectionState } from "./objection.machine.js";

/** Who reads an objection: the objector, the authority and supervisors. */
export const OBJECTION_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** An objection. */
@Directive('@key(fields: "no")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@Tag("signed-in")
@ObjectType({ description: "An objection to a record (信用信息异议)." })
export class Objection {
  @Field(() => ID, { description: "Number (异议编号)." })
  no: string;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => ObjectionState, { nullable: true, description: "Where it stands (异议状态)." })
  state?: ObjectionState;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => String, { nullable: true, description: "What is held against the record (异议理由)." })
  statement?: string;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of filing (提出日期)." })
  filedOn?: string;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of acceptance (受理日期)." })
  acceptedOn?: string;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the outcome (处理日期)." })
  decidedOn?: string;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => ObjectionOutcome, { nullable: true, description: "Outcome (处理结果)." })
  outcome?: ObjectionOutcome;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => Deadline, { nullable: true, description: "Limit that runs in its state (处理期限)." })
  deadline?: Deadline;

  @Closed(OBJECTION_CLOSURE)
  @Field(() => String, { nullable: true, description: "What was decided, with reasons (处理意见)." })
  decision?: string;

  version: number;
  recordKind: CreditRecordKind;
  recordId: string;
  subject?: string;
  counterpartyId?: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
}

/** A page of objections. */
export const ObjectionConnection = createConnectionType("Objection", () => Objection, "信用信息异议");
