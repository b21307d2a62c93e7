/** Enumerations of service matters: the codes of the national dictionaries, by name (docs/reference/sources.md#data-models). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Type of a matter. */
export enum TaskType {
  LICENSING_01 = "LICENSING_01",
  PENALTY_02 = "PENALTY_02",
  COERCION_03 = "COERCION_03",
  LEVY_04 = "LEVY_04",
  PAYMENT_05 = "PAYMENT_05",
  INSPECTION_06 = "INSPECTION_06",
  CONFIRMATION_07 = "CONFIRMATION_07",
  REWARD_08 = "REWARD_08",
  ADJUDICATION_09 = "ADJUDICATION_09",
  OTHER_POWER_10 = "OTHER_POWER_10",
  PUBLIC_SERVICE_20 = "PUBLIC_SERVICE_20",
  OTHER_99 = "OTHER_99",
}

describeEnum(TaskType, "TaskType", "Type of a matter (事项类型, taskType).", {
  LICENSING_01: "Administrative licensing (行政许可).",
  PENALTY_02: "Administrative penalty (行政处罚).",
  COERCION_03: "Administrative coercion (行政强制).",
  LEVY_04: "Administrative levy (行政征收).",
  PAYMENT_05: "Administrative payment (行政给付).",
  INSPECTION_06: "Administrative inspection (行政检查).",
  CONFIRMATION_07: "Administrative confirmation (行政确认).",
  REWARD_08: "Administrative reward (行政奖励).",
  ADJUDICATION_09: "Administrative adjudication (行政裁决).",
  OTHER_POWER_10: "Other administrative power (其他行政权力).",
  PUBLIC_SERVICE_20: "Public service (公共服务).",
  OTHER_99: "Other (其他).",
});

/** State of a matter. */
export enum TaskState {
  IN_USE = "IN_USE",
  SUSPENDED = "SUSPENDED",
  CANCELLED = "CANCELLED",
}

describeEnum(TaskState, "TaskState", "State of a matter (事项状态, taskState).", {
  IN_USE: "In use (在用).",
  SUSPENDED: "Suspended (暂停).",
  CANCELLED: "Cancelled (取消).",
});

/** Level at which a power is exercised. */
export enum UseLevel {
  NATIONAL = "NATIONAL",
  PROVINCE = "PROVINCE",
  CITY = "CITY",
  COUNTY = "COUNTY",
  TOWN = "TOWN",
  VILLAGE = "VILLAGE",
}

describeEnum(UseLevel, "UseLevel", "Level at which a power is exercised (行使层级, useLevel).", {
  NATIONAL: "National (国家级).",
  PROVINCE: "Province (省级).",
  CITY: "City or prefecture (市级).",
  COUNTY: "County (县级).",
  TOWN: "Town or subdistrict (镇、乡、街道).",
  VILLAGE: "Village or graded management (村级).",
});

/** Whom a matter serves. */
export enum ServiceRecipient {
  NATURAL_PERSON = "NATURAL_PERSON",
  ENTERPRISE = "ENTERPRISE",
  INSTITUTION = "INSTITUTION",
  SOCIAL_ORGANIZATION = "SOCIAL_ORGANIZATION",
  UNINCORPORATED = "UNINCORPORATED",
  AGENCY = "AGENCY",
  OTHER = "OTHER",
}

describeEnum(ServiceRecipient, "ServiceRecipient", "Whom a matter serves (服务对象, serverType).", {
  NATURAL_PERSON: "Natural persons (自然人).",
  ENTERPRISE: "Enterprises (企业法人).",
  INSTITUTION: "Public institutions (事业法人).",
  SOCIAL_ORGANIZATION: "Social organisations (社会组织法人).",
  UNINCORPORATED: "Unincorporated enterprises (非法人企业).",
  AGENCY: "Agencies (行政机关).",
  OTHER: "Other organisations (其他组织).",
});

/** Kind of handling. */
export enum HandlingType {
  IMMEDIATE = "IMMEDIATE",
  PROMISED = "PROMISED",
}

describeEnum(HandlingType, "HandlingType", "Kind of handling (办件类型, handlingType).", {
  IMMEDIATE: "Handled on the spot (即办件).",
  PROMISED: "Handled within a promised time (承诺件).",
});

/** How grave a finding about quality is. */
export enum Severity {
  ERROR = "ERROR",
  WARNING = "WARNING",
}

describeEnum(Severity, "QualitySeverity", "How grave a finding about quality is (问题级别).", {
  ERROR: "Must be mended before publication (错误).",
  WARNING: "Should be looked at (警告).",
});
