/** Enumerations of requests for information. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Who asks, as the annual report counts applicants. */
export enum ApplicantKind {
  NATURAL_PERSON = "NATURAL_PERSON",
  ENTERPRISE = "ENTERPRISE",
  RESEARCH = "RESEARCH",
  PUBLIC_INTEREST = "PUBLIC_INTEREST",
  LEGAL_SERVICE = "LEGAL_SERVICE",
  OTHER_BODY = "OTHER_BODY",
}

/** How the applicant wants to have the information. */
export enum DisclosureForm {
  ELECTRONIC = "ELECTRONIC",
  PAPER = "PAPER",
  ON_SITE = "ON_SITE",
}

/** What a third party said of the disclosure of what concerns it. */
export enum ThirdPartyOpinion {
  CONSENTS = "CONSENTS",
  OBJECTS = "OBJECTS",
  NO_ANSWER = "NO_ANSWER",
}

describeEnum(ApplicantKind, "ApplicantKind", "Who asks, as the annual report counts applicants (申请人类别).", {
  NATURAL_PERSON: "A person (自然人).",
  ENTERPRISE: "A commercial enterprise (商业企业).",
  RESEARCH: "A research institution (科研机构).",
  PUBLIC_INTEREST: "An organisation of public interest (社会公益组织).",
  LEGAL_SERVICE: "A law firm or another legal service (法律服务机构).",
  OTHER_BODY: "Another body (其他法人或者组织).",
});

describeEnum(DisclosureForm, "DisclosureForm", "In which form information is wanted (获取信息的方式).", {
  ELECTRONIC: "As a file (电子数据).",
  PAPER: "On paper (纸质).",
  ON_SITE: "To be looked at in the office (现场查阅).",
});

describeEnum(
  ThirdPartyOpinion,
  "ThirdPartyOpinion",
  "What a third party said of the disclosure; where it said nothing in time, the agency decides (第三方意见).",
  {
    CONSENTS: "Agrees (同意公开).",
    OBJECTS: "Does not agree (不同意公开).",
    NO_ANSWER: "Said nothing within its limit, L11 (逾期未提出意见).",
  },
);
