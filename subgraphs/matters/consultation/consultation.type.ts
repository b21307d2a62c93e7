/** Consultation: what somebody asked an agency about a matter, and what it answered (在线咨询). */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  OwnedRecord,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { ConsultationState } from "./consultation.machine.js";
import type * as domain from "./consultation.js";

/** Who reads what was asked as it was written: the asker, the agency and supervisors. */
export const CONSULTATION_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
};

/** A question with its answer; whoever reads it may read the consultation as it was written. */
@ObjectType({ description: "A question and its answer (一问一答)." })
export class ConsultationTurn implements domain.ConsultationTurn {
  @Field(() => String, { description: "Question (问题)." })
  question: string;

  @Field(() => DateScalar, { description: "Day on which it was asked (提问日期)." })
  askedOn: string;

  @Field(() => String, { nullable: true, description: "Answer of the agency (答复)." })
  answer?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the answer (答复日期)." })
  answeredOn?: string;
}

/** A consultation. Questions and links are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "deptUscc", division: "divisionCode" })
@ObjectType({ description: "What somebody asked an agency about a matter; who asked is shown to nobody (在线咨询)." })
export class Consultation implements domain.Consultation {
  @Field(() => ID, { description: "Id, which says nothing of the asker (咨询编号)." })
  id: string;

  @Field(() => ConsultationState, { description: "State (咨询状态)." })
  state: ConsultationState;

  @Field(() => String, {
    nullable: true,
    description: "Question as the agency published it, without persons (公开的问题).",
  })
  publicQuestion?: string;

  @Field(() => String, {
    nullable: true,
    description: "Answer as the agency published it, without persons (公开的答复).",
  })
  publicAnswer?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication (公开日期)." })
  publishedOn?: string;

  @Closed(CONSULTATION_CLOSURE)
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the asker agreed to publication (是否同意公开).",
  })
  mayPublish: boolean;

  @Closed(CONSULTATION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the last question (最近提问日期)." })
  askedOn: string;

  @Closed(CONSULTATION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the answer to it (最近答复日期)." })
  answeredOn?: string;

  @Closed(CONSULTATION_CLOSURE)
  @Field(() => Deadline, { nullable: true, description: "Limit of the answer to the last question, L27 (答复期限)." })
  deadline?: Deadline;

  version: number;
  matterId: string;
  subject: string;
  deptId: string;
  deptUscc: string;
  divisionCode: string;
}

/** A page of consultations. */
export const ConsultationConnection = createConnectionType("Consultation", () => Consultation, "在线咨询");
