/** EnforcementRecord: an inspection or a coercive measure, with who did it, to whom, and what came of it (行政执法信息). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { EnforcementKind, EnforcementResult } from "./enforcement-record.enums.js";

/** A record. Public from its publication until it goes offline. */
@Directive('@key(fields: "docNo")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "An inspection or a coercive measure (行政检查、行政强制信息)." })
export class EnforcementRecord {
  @Field(() => ID, { description: "Number of its document (执法文书号)." })
  docNo: string;

  @Field(() => EnforcementKind, { description: "What was done (执法类别)." })
  kind: EnforcementKind;

  @Field(() => String, { description: "What it was about (执法内容)." })
  content: string;

  @Field(() => EnforcementResult, { description: "What came of it (执法结果)." })
  result: EnforcementResult;

  @Field(() => DateScalar, { description: "Day on which it was done (执法日期)." })
  doneOn: string;

  @Field(() => Boolean, { description: "True where it was recorded on video from beginning to end (全过程音像记录)." })
  videoLogged: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day on which everybody may know of it, five years after publication (公开截止期).",
  })
  publicUntil?: string;

  @Field(() => Deadline, {
    nullable: true,
    description:
      "By when it is to be published, L13: a figure that is not confirmed, so that nobody is late by it (公开期限).",
  })
  publicationDeadline: Deadline;

  organId: string;
  organUscc: string;
  divisionCode: string;
  objectId?: string;
  basisIds: string[];
  certificateNumbers: string[];
}

/** A page of records. */
export const EnforcementRecordConnection = createConnectionType(
  "EnforcementRecord",
  () => EnforcementRecord,
  "行政检查、行政强制信息",
);
