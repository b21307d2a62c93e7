/** Enumerations of organisations: kind, standing, schemes of identifiers. */
import { declareEnum } from "../../../platform/graphql/enum.js";

/** Kind of organisation, from positions 1-2 of the credit code (GB 32100-2015) or the register it comes from. */
export enum OrgKind {
  AGENCY = "AGENCY",
  INSTITUTION = "INSTITUTION",
  MASS_ORGANIZATION = "MASS_ORGANIZATION",
  LAW_FIRM = "LAW_FIRM",
  ASSOCIATION = "ASSOCIATION",
  SOCIAL_SERVICE_ORGANIZATION = "SOCIAL_SERVICE_ORGANIZATION",
  FOUNDATION = "FOUNDATION",
  ENTERPRISE = "ENTERPRISE",
  INDIVIDUALLY_OWNED_BUSINESS = "INDIVIDUALLY_OWNED_BUSINESS",
  COOPERATIVE = "COOPERATIVE",
  VILLAGE_COLLECTIVE = "VILLAGE_COLLECTIVE",
  OTHER = "OTHER",
}

declareEnum(OrgKind, {
  name: "OrgKind",
  description: "Kind of organisation (机构类型).",
  valuesConfig: {
    AGENCY: { description: "Government agency (机关)." },
    INSTITUTION: { description: "Public institution (事业单位)." },
    MASS_ORGANIZATION: { description: "Mass organisation (群众团体)." },
    LAW_FIRM: { description: "Law firm or other judicial-service body (律师事务所等)." },
    ASSOCIATION: { description: "Association (社会团体)." },
    SOCIAL_SERVICE_ORGANIZATION: { description: "Social service organisation (社会服务机构，民办非企业单位)." },
    FOUNDATION: { description: "Foundation (基金会)." },
    ENTERPRISE: { description: "Enterprise (企业)." },
    INDIVIDUALLY_OWNED_BUSINESS: {
      description: "Individually-owned business; its owner is treated as a natural person (个体工商户).",
    },
    COOPERATIVE: { description: "Farmers' specialised cooperative (农民专业合作社)." },
    VILLAGE_COLLECTIVE: { description: "Rural collective economic organisation (农村集体经济组织)." },
    OTHER: { description: "Any other kind (其他)." },
  },
});

/** Standing of an organisation in its register. */
export enum OrgStatus {
  ACTIVE = "ACTIVE",
  DEREGISTERED = "DEREGISTERED",
  REVOKED = "REVOKED",
  ABOLISHED = "ABOLISHED",
}

declareEnum(OrgStatus, {
  name: "OrgStatus",
  description: "Standing of an organisation in its register (登记状态).",
  valuesConfig: {
    ACTIVE: { description: "In existence (存续)." },
    DEREGISTERED: { description: "Deregistered (注销)." },
    REVOKED: { description: "Licence revoked (吊销)." },
    ABOLISHED: { description: "Registration cancelled by the authority (撤销)." },
  },
});

/** Scheme of an identifier. */
export enum IdentifierScheme {
  USCC = "USCC",
  ORG9 = "ORG9",
  REG15 = "REG15",
  TAX = "TAX",
  LOCAL = "LOCAL",
}

declareEnum(IdentifierScheme, {
  name: "IdentifierScheme",
  description: "Scheme of an identifier (标识类型).",
  valuesConfig: {
    USCC: { description: "Unified social credit code (统一社会信用代码)." },
    ORG9: { description: "Organisation code of nine characters, GB 11714 (组织机构代码)." },
    REG15: { description: "Business registration number of fifteen digits (工商注册号)." },
    TAX: { description: "Tax registration number (税务登记号)." },
    LOCAL: { description: "Code of a local system (本地编码)." },
  },
});

/** Orders of organisations. */
export enum OrganizationOrder {
  NAME = "NAME",
  ID = "ID",
}

declareEnum(OrganizationOrder, {
  name: "OrganizationOrder",
  description: "Order of organisations (排序).",
  valuesConfig: { NAME: { description: "By name (按名称)." }, ID: { description: "By id (按编号)." } },
});
