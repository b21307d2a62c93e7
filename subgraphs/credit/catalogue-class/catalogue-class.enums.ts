/** Enumeration of the catalogue of credit information (公共信用信息基础目录). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Class. */
export enum CatalogueClass {
  REGISTRATION = "REGISTRATION",
  JUDICIAL = "JUDICIAL",
  ADMINISTRATION = "ADMINISTRATION",
  PROFESSIONAL_TITLE = "PROFESSIONAL_TITLE",
  ABNORMAL_OPERATION = "ABNORMAL_OPERATION",
  SERIOUS_DISHONESTY = "SERIOUS_DISHONESTY",
  CONTRACT_PERFORMANCE = "CONTRACT_PERFORMANCE",
  COMMITMENT = "COMMITMENT",
  EVALUATION = "EVALUATION",
  COMPLIANCE = "COMPLIANCE",
  HONOUR = "HONOUR",
  INTELLECTUAL_PROPERTY = "INTELLECTUAL_PROPERTY",
  VOLUNTARY = "VOLUNTARY",
}

describeEnum(
  CatalogueClass,
  "CatalogueClass",
  "Class of the national basic catalogue of public credit information, 2024; nothing else may be on record (全国公共信用信息基础目录).",
  {
    REGISTRATION: "Registration (登记注册基本信息).",
    JUDICIAL: "Judgments and their execution (司法裁判及执行信息).",
    ADMINISTRATION: "Licences, penalties, inspections and other acts of administration (行政管理信息).",
    PROFESSIONAL_TITLE: "Titles and professions (职称和职业信息).",
    ABNORMAL_OPERATION: "Lists of abnormal operations (经营（活动）异常名录（状态）信息).",
    SERIOUS_DISHONESTY: "Lists of the seriously dishonest (严重失信主体名单信息).",
    CONTRACT_PERFORMANCE: "Performance of contracts (合同履行信息).",
    COMMITMENT: "Commitments and whether they were kept (信用承诺及履行情况信息).",
    EVALUATION: "Results of evaluations (信用评价结果信息).",
    COMPLIANCE: "Compliance with laws (遵守法律法规情况信息).",
    HONOUR: "Honours for honesty (诚实守信相关荣誉信息).",
    INTELLECTUAL_PROPERTY: "Intellectual property (知识产权信息).",
    VOLUNTARY: "What a body hands in of its own will (经营主体自愿提供信息).",
  },
);
