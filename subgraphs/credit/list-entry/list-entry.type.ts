/** ListEntry: a body on a credit list (名单). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { ListKind } from "./list-entry.enums.js";
import { ListEntryState } from "./list-entry.machine.js";

/** An entry. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "A body on a credit list (名单记录)." })
export class ListEntry {
  @Field(() => ID, { description: "Id (记录编号)." })
  id: string;

  @Field(() => String, { description: "Name of the list (名单名称)." })
  list: string;

  @Field(() => ListKind, { description: "Kind of list (名单类型)." })
  kind: ListKind;

  @Field(() => ListEntryState, { description: "Where it stands on the day of the request (名单记录状态)." })
  state: ListEntryState;

  @Field(() => String, { description: "Number of the decision (认定文书号)." })
  decisionDocNo: string;

  @Field(() => String, { nullable: true, description: "Law on which the list rests (名单依据)." })
  basisLaw?: string;

  @Field(() => String, { nullable: true, description: "Why (列入事由)." })
  reason?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of the prior notice that the body would be listed; null where none is recorded (事先告知日期).",
  })
  priorNoticeOn?: string;

  @Field(() => DateScalar, { description: "First day (列入日期)." })
  listedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day, where there is one (期满日期)." })
  expiresOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of removal before its last day, by repair or because the decision was revoked (移出日期).",
  })
  removedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "First day on which it may be repaired; null where it never may: praise, and what stands again because a repair was false (可申请修复日期).",
  })
  repairEligibleOn?: string;

  @Field(() => Boolean, {
    description: "True while an objection to the record is being investigated (异议处理中).",
  })
  objectionPending: boolean;

  @Field(() => Boolean, {
    description: "True where it no longer stands and only its subject, authority and supervisors read it (已归档).",
  })
  archived: boolean;

  measureCodes: readonly string[];
  subject?: string;
  subjectId?: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
}

/** A page of entries. */
export const ListEntryConnection = createConnectionType("ListEntry", () => ListEntry, "名单记录");
