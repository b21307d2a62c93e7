/** Enumerations of service matters: the codes of the national dictionaries, by name (docs/reference/sources.md#data-models). */
import { describeEnum } from "../../../platform/graphql/index.js";

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
export enum ServerType {
  NATURAL_PERSON = "NATURAL_PERSON",
  ENTERPRISE = "ENTERPRISE",
  INSTITUTION = "INSTITUTION",
  SOCIAL_ORGANIZATION = "SOCIAL_ORGANIZATION",
  UNINCORPORATED = "UNINCORPORATED",
  AGENCY = "AGENCY",
  OTHER = "OTHER",
}

describeEnum(ServerType, "ServerType", "Whom a matter serves (服务对象, serverType).", {
  NATURAL_PERSON: "Natural persons (自然人).",
  ENTERPRISE: "Enterprises (企业法人).",
  INSTITUTION: "Public institutions (事业法人).",
  SOCIAL_ORGANIZATION: "Social organisations (社会组织法人).",
  UNINCORPORATED: "Unincorporated enterprises (非法人企业).",
  AGENCY: "Agencies (行政机关).",
  OTHER: "Other organisations (其他组织).",
});

/** Kind of handling. */
export enum ProjectType {
  IMMEDIATE = "IMMEDIATE",
  PROMISED = "PROMISED",
}

describeEnum(ProjectType, "ProjectType", "Kind of handling (办件类型, projectType).", {
  IMMEDIATE: "Handled on the spot (即办件).",
  PROMISED: "Handled within a promised time (承诺件).",
});

/** How needed a material is. */
export enum MaterialNeed {
  REQUIRED = "REQUIRED",
  OPTIONAL = "OPTIONAL",
  LATER = "LATER",
}

describeEnum(MaterialNeed, "MaterialNeed", "How needed a material is (材料必要性, isNeed).", {
  REQUIRED: "Required (必要).",
  OPTIONAL: "Not required (非必要).",
  LATER: "May be handed in later (容缺后补).",
});

/** Where a material comes from. */
export enum MaterialSource {
  APPLICANT = "APPLICANT",
  GOVERNMENT = "GOVERNMENT",
  OTHER = "OTHER",
}

describeEnum(MaterialSource, "MaterialSource", "Where a material comes from (来源渠道, sourceType).", {
  APPLICANT: "The applicant (申请人自备).",
  GOVERNMENT: "A government department (政府部门核发).",
  OTHER: "Others, intermediaries included (其他).",
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

/** By which title a body holds the power. */
export enum DeptType {
  STATUTORY_BODY = "STATUTORY_BODY",
  AUTHORISED_ORGANIZATION = "AUTHORISED_ORGANIZATION",
  ENTRUSTED_ORGANIZATION = "ENTRUSTED_ORGANIZATION",
}

describeEnum(DeptType, "DeptType", "By which title a body holds the power (实施主体性质, deptType).", {
  STATUTORY_BODY: "An organ named by law (法定机关).",
  AUTHORISED_ORGANIZATION: "An organisation authorised by law (授权组织).",
  ENTRUSTED_ORGANIZATION: "An organisation entrusted by an organ (受委托组织).",
});

/** Where a power comes from. */
export enum PowerSource {
  OWN_LEVEL = "OWN_LEVEL",
  DELEGATED_FROM_ABOVE = "DELEGATED_FROM_ABOVE",
  AUTHORISED_FROM_ABOVE = "AUTHORISED_FROM_ABOVE",
  AUTHORISED_BY_PEER = "AUTHORISED_BY_PEER",
  ENTRUSTED_FROM_ABOVE = "ENTRUSTED_FROM_ABOVE",
  ENTRUSTED_BY_PEER = "ENTRUSTED_BY_PEER",
}

describeEnum(PowerSource, "PowerSource", "Where a power comes from (权力来源, powerSource).", {
  OWN_LEVEL: "Exercised at the level that the law names (法定本级行使).",
  DELEGATED_FROM_ABOVE: "Delegated by a higher level (上级下放).",
  AUTHORISED_FROM_ABOVE: "Authorised by a higher level (上级授权).",
  AUTHORISED_BY_PEER: "Authorised by a body of the same level (同级授权).",
  ENTRUSTED_FROM_ABOVE: "Entrusted by a higher level (上级委托).",
  ENTRUSTED_BY_PEER: "Entrusted by a body of the same level (同级委托).",
});

/** What can be done online. */
export enum OnlineDepth {
  CONSULTATION = "CONSULTATION",
  RECEIPT = "RECEIPT",
  PRE_EXAMINATION = "PRE_EXAMINATION",
  ACCEPTANCE = "ACCEPTANCE",
  HANDLING = "HANDLING",
  RESULT = "RESULT",
  LICENCE = "LICENCE",
  OTHER = "OTHER",
}

describeEnum(OnlineDepth, "OnlineDepth", "What can be done online (网上办理深度, onlineHandleDepth).", {
  CONSULTATION: "Asking (互联网咨询).",
  RECEIPT: "Handing in (收件).",
  PRE_EXAMINATION: "Being examined beforehand (预审).",
  ACCEPTANCE: "Being accepted (受理).",
  HANDLING: "Being handled (办理).",
  RESULT: "Learning the result (结果信息反馈).",
  LICENCE: "Receiving the electronic licence (电子证照反馈).",
  OTHER: "Other (其他).",
});

/** Within which area any window handles a matter. */
export enum HandleArea {
  NATION = "NATION",
  ACROSS_PROVINCES = "ACROSS_PROVINCES",
  ACROSS_CITIES = "ACROSS_CITIES",
  ACROSS_COUNTIES = "ACROSS_COUNTIES",
  ACROSS_TOWNS = "ACROSS_TOWNS",
  ACROSS_VILLAGES = "ACROSS_VILLAGES",
}

describeEnum(HandleArea, "HandleArea", "Within which area any window handles a matter (通办范围, handleArea).", {
  NATION: "The whole country (全国).",
  ACROSS_PROVINCES: "Several provinces (跨省).",
  ACROSS_CITIES: "Several cities (跨市).",
  ACROSS_COUNTIES: "Several counties (跨县).",
  ACROSS_TOWNS: "Several towns (跨镇).",
  ACROSS_VILLAGES: "Several villages (跨村).",
});

/** Whether a material is handed in as an original or a copy. */
export enum MaterialType {
  ORIGINAL = "ORIGINAL",
  COPY = "COPY",
  BOTH = "BOTH",
}

describeEnum(MaterialType, "MaterialType", "Original or copy (材料类型, materialType).", {
  ORIGINAL: "Original (原件).",
  COPY: "Copy (复印件).",
  BOTH: "Original and copy (原件和复印件).",
});

/** Form in which a material is handed in. */
export enum MaterialFormat {
  PAPER = "PAPER",
  ELECTRONIC = "ELECTRONIC",
  BOTH = "BOTH",
}

describeEnum(MaterialFormat, "MaterialFormat", "Form of a material (材料形式, materialFormat).", {
  PAPER: "On paper (纸质).",
  ELECTRONIC: "Electronic (电子).",
  BOTH: "On paper or electronic (纸质或电子).",
});
