/** DisclosureReport: the annual report's table of requests for information, computed from the requests themselves (政府信息公开工作年度报告). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import type * as table from "./disclosure-table.js";
import type { ReportSpan } from "./disclosure-report.repository.js";
import { DisclosureLine } from "./disclosure-line.js";

/** How many lines the form has. */
export const LINES = Object.keys(DisclosureLine).length;

/** A line. */
@ObjectType({ description: "A line of the table, by kind of applicant (年度报告表三的一行)." })
export class DisclosureReportRow implements table.DisclosureReportRow {
  @Field(() => DisclosureLine, { description: "What is counted (项目)." })
  line: DisclosureLine;

  @Field(() => Int, { description: "Of persons (自然人)." })
  naturalPersons: number;

  @Field(() => Int, { description: "Of enterprises (商业企业)." })
  enterprises: number;

  @Field(() => Int, { description: "Of research institutions (科研机构)." })
  research: number;

  @Field(() => Int, { description: "Of organisations of public interest (社会公益组织)." })
  publicInterest: number;

  @Field(() => Int, { description: "Of legal services (法律服务机构)." })
  legalServices: number;

  @Field(() => Int, { description: "Of other bodies (其他)." })
  otherBodies: number;

  @Field(() => Int, { description: "In all (总计)." })
  total: number;
}

/** A report. Its numbers are computed where they are asked for. */
@ObjectType({ description: "Requests for information of an agency in a year (收到和处理政府信息公开申请情况)." })
export class DisclosureReport {
  @Field(() => Int, { description: "Year (年度)." })
  year: number;

  @Field(() => DateScalar, { description: "Day as of which it counts: today in the running year (统计截止日期)." })
  until: string;

  span: ReportSpan;
}

/** How they were answered. */
@ObjectType({ description: "Whether requests were answered in time (答复时限情况)." })
export class DisclosureTimeliness {
  @Field(() => Int, { description: "Answered in time (按时答复)." })
  answeredOnTime: number;

  @Field(() => Int, { description: "Answered too late (超期答复)." })
  answeredLate: number;

  @Field(() => Int, { description: "Not answered on the last day of the report, and past the limit (超期未答复)." })
  overdue: number;
}
