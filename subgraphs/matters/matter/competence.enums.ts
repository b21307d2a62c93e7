/** Enumerations of whose power a matter is, and of where and how far online it is handled: codes of the national dictionaries, by name (docs/reference/sources.md#data-models). */
import { describeEnum } from "../../../platform/graphql/enum.js";

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
