/** What every published record of credit says of the person or body it is about and of its publication (双公示). */
import { Closed, Field, ID, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline } from "../../../platform/graphql/index.js";
import { CounterpartyType } from "./counterparty.enums.js";

/** Fields that licences and penalties have alike. */
@ObjectType({ description: "What licences and penalties have alike (公示记录)." })
export abstract class PublishedRecord {
  @Field(() => ID, { description: "Id (记录编号)." })
  id: string;

  @Open({ reviewed: "2026-11-25", by: "credit: names of bodies alone, persons are in personName" })
  @Field(() => String, {
    nullable: true,
    description: "Name of the body it is about; null for natural persons (行政相对人名称, XK_XDR_MC, CF_XDR_MC).",
  })
  counterpartyName?: string;

  @Closed({
    tier: ["MASKED", "OWNER", "AGENCY", "SUPERVISOR"],
    reason: "PERSONAL_PRIVACY",
    basis: "OGI-2019-15",
    mask: "NAME",
  })
  @Field(() => String, {
    nullable: true,
    description:
      "Name of the natural person it is about; the public sees the surname alone; null for bodies (行政相对人姓名).",
  })
  personName?: string;

  @Open({
    reviewed: "2026-11-25",
    by: "credit: the publicity standard prints it for legal persons, and for them alone",
  })
  @Field(() => String, {
    nullable: true,
    description: "Legal representative of a legal person; null for all others (法定代表人, XK_FDDB, CF_FDDB).",
  })
  legalRepName?: string;

  @Field(() => CounterpartyType, { description: "Kind of counterparty (行政相对人类别, XK_XDR_LB, CF_XDR_LB)." })
  counterpartyType: CounterpartyType;

  @Field(() => String, { description: "Number of the decision (决定文书号, XK_WSH, CF_WSH)." })
  docNo: string;

  @Field(() => DateScalar, { description: "Day of the decision (决定日期, XK_JDRQ, CF_JDRQ)." })
  decisionDate: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; null where its export does not say it (公示日期).",
  })
  publishedOn?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True if published later than 7 working days after the decision, L12; null where the calendar is not published, or nothing is to be published (是否逾期公示).",
  })
  publishedLate?: boolean;

  @Field(() => Deadline, { nullable: true, description: "Limit of its publication, L12 (公示期限)." })
  publicationDeadline?: Deadline;

  @Field(() => String, {
    nullable: true,
    description: "Unit that handed the record in, by name; not always the authority (数据来源单位, XK_LYDW, CF_LYDW).",
  })
  sourceUnit?: string;

  @Field(() => Boolean, {
    description: "True while an objection to the record is being investigated (异议处理中).",
  })
  objectionPending: boolean;

  @Field(() => Boolean, {
    description: "True where it is no longer public and only its subject, authority and supervisors read it (已归档).",
  })
  archived: boolean;

  subject?: string;
  authorityId: string;
  authorityUscc: string;
  counterpartyId?: string;
  divisionCode: string;
}
