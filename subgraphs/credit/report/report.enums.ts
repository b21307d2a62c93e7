/** Enumerations of credit reports (信用报告). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Section of a report. */
export enum ReportSectionKind {
  BASIC = "BASIC",
  LICENCES = "LICENCES",
  PENALTIES = "PENALTIES",
  TRUSTWORTHY = "TRUSTWORTHY",
  ADVERSE = "ADVERSE",
  COMMITMENTS = "COMMITMENTS",
  EVALUATION = "EVALUATION",
  JUDICIAL = "JUDICIAL",
  OTHER = "OTHER",
}

describeEnum(ReportSectionKind, "ReportSectionKind", "Section of a report, in the order of the standard (报告章节).", {
  BASIC: "Name and credit code (基本信息).",
  LICENCES: "Administrative licences (行政管理信息：行政许可).",
  PENALTIES: "Administrative penalties in publicity (行政管理信息：行政处罚).",
  TRUSTWORTHY: "Lists of the trustworthy (诚实守信信息).",
  ADVERSE: "Lists of abnormal operations and of the seriously dishonest (经营异常、严重失信信息).",
  COMMITMENTS: "Commitments and whether they were kept (信用承诺信息).",
  EVALUATION: "Composite evaluation, for those who may read it (信用评价信息).",
  JUDICIAL: "Judgments and their execution, which are not held here (司法判决及执行信息).",
  OTHER: "Lists for closer supervision (其他信息).",
});
