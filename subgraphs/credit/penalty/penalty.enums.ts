/** Enumerations of penalties: severity, kind and procedure, with the codes of the publicity tables (CF_*). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How grave the breach was (信用修复管理办法). */
export enum Severity {
  MINOR = "MINOR",
  GENERAL = "GENERAL",
  SERIOUS = "SERIOUS",
}

describeEnum(Severity, "Severity", "How grave the breach was (失信严重程度).", {
  MINOR: "Minor: not published, unless the regulator's own rule publishes it, for 3 months at most (轻微).",
  GENERAL: "General: publicity of 3 months to 1 year (一般).",
  SERIOUS: "Serious: publicity of 1 to 3 years (严重).",
});

/** Kind of penalty (行政处罚法 第九条). */
export enum PenaltyKind {
  WARNING = "WARNING",
  CRITICISM = "CRITICISM",
  FINE = "FINE",
  CONFISCATION = "CONFISCATION",
  LICENCE_RESTRICTION = "LICENCE_RESTRICTION",
  BUSINESS_RESTRICTION = "BUSINESS_RESTRICTION",
  DETENTION = "DETENTION",
  OTHER = "OTHER",
}

describeEnum(PenaltyKind, "PenaltyKind", "Kind of penalty (处罚类别, CF_CFLB).", {
  WARNING: "Warning (警告).",
  CRITICISM: "Public criticism (通报批评).",
  FINE: "Fine (罚款).",
  CONFISCATION: "Confiscation (没收违法所得、没收非法财物).",
  LICENCE_RESTRICTION: "Licence suspended, downgraded or revoked (暂扣、降低资质、吊销许可证件).",
  BUSINESS_RESTRICTION: "Business restricted, stopped or closed (限制开展、责令停产停业、责令关闭、限制从业).",
  DETENTION: "Administrative detention (行政拘留).",
  OTHER: "Other (其他).",
});

/** Procedure by which a penalty was decided; the number is its code. */
export enum Procedure {
  SIMPLE_01 = "SIMPLE_01",
  GENERAL_02 = "GENERAL_02",
}

describeEnum(Procedure, "Procedure", "Procedure of the decision (处罚程序).", {
  SIMPLE_01: "Simple, on the spot (简易程序).",
  GENERAL_02: "General (一般程序).",
});

/** Whether the duty of a penalty was performed, as far as it is known. */
export enum DutyPerformance {
  PERFORMED = "PERFORMED",
  NOT_PERFORMED = "NOT_PERFORMED",
  UNKNOWN = "UNKNOWN",
}

describeEnum(DutyPerformance, "DutyPerformance", "Whether the duty of a penalty was performed (义务履行情况).", {
  PERFORMED: "Performed in full (已履行).",
  NOT_PERFORMED: "Not performed, or in part (未履行或部分履行).",
  UNKNOWN: "Not known: its source does not say (未知).",
});
