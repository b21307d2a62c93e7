/** CreditReport: a generated snapshot of what is on record of a body (公共信用信息报告标准 2022). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize } from "../../../platform/graphql/index.js";
import type { NoteKind } from "./report-texts.js";
import { ReportSectionKind } from "./report.enums.js";

/** One record in a report. */
@ObjectType({ description: "One record in a report (报告条目)." })
export class ReportLine {
  @Field(() => ID, {
    description: "Id of the record (记录编号).",
    deprecationReason:
      "It is another object's, and a cache would take both for one: ask for recordId, since 2026-11-30, gone from 2027-11-30.",
  })
  id: string;

  @Field(() => String, { nullable: true, description: "Number of the decision (文书号)." })
  docNo?: string;

  @Field(() => DateScalar, { description: "Day of the record (日期)." })
  date: string;

  /** Parts of its text: codes, and what was filed. */
  said: readonly string[];
}

/** A section. */
@ObjectType({ description: "A section of a report (报告章节)." })
export class ReportSection {
  @Field(() => ReportSectionKind, { description: "Which section (章节)." })
  kind: ReportSectionKind;

  @Field(() => Int, { description: "How many records there are (记录数)." })
  total: number;

  @ListSize(100)
  @Field(() => [ReportLine], { nullable: "items", description: "The newest of them, at most a hundred (条目)." })
  lines: ReportLine[];

  /** Why there are no records. */
  why?: NoteKind;
}

/** Counts of a report. */
@ObjectType({ description: "How many records a report holds (信用概要)." })
export class ReportCounts {
  @Field(() => Int, { description: "Licences (行政许可数)." })
  licences: number;

  @Field(() => Int, { description: "Penalties in publicity (行政处罚数)." })
  penalties: number;

  @Field(() => Int, { description: "List entries (名单记录数)." })
  listEntries: number;

  @Field(() => Int, { description: "Commitments (信用承诺数)." })
  commitments: number;
}

/** A report. */
@ObjectType({
  description:
    "A snapshot of what is on record, from what the viewer may see; repaired, ended and withdrawn records are left out for everybody (信用报告).",
})
export class CreditReport {
  @Field(() => ID, { description: "Number: the day, a hash of the public record, the id of the body (报告编号)." })
  number: string;

  @Field(() => String, { description: "When it was asked for, ISO 8601 (查询时间)." })
  queryTime: string;

  @Field(() => ReportCounts, { description: "How many records it holds (信用概要)." })
  counts: ReportCounts;

  @Field(() => [ReportSection], {
    nullable: "items",
    description:
      "Its sections, all of them, in the order of the 2022 standard; the counts stand after the first (章节).",
  })
  sections: ReportSection[];

  @Field(() => String, {
    description: "SHA-256 of body, day and sections, hexadecimal: the same records give the same (报告散列值).",
  })
  hash: string;

  @Field(() => String, {
    description: "Code by which anybody can check number and hash: `verifyCreditReport` (验证码).",
  })
  verificationCode: string;
}
