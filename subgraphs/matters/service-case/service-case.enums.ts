/** Enumerations of cases and their parts. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How an application came. */
export enum ApplyChannel {
  ONLINE = "ONLINE",
  WINDOW = "WINDOW",
  POST = "POST",
}

describeEnum(ApplyChannel, "ApplyChannel", "How an application came (申请方式).", {
  ONLINE: "Online (网上申请).",
  WINDOW: "At a window of a hall (窗口申请).",
  POST: "By post (邮寄申请).",
});

/** Kind of special procedure; all but EXTENSION and OTHER stop the clock (行政许可法 第四十五条, L07). */
export enum SpecialProcedureKind {
  EXTENSION = "EXTENSION",
  HEARING = "HEARING",
  BIDDING = "BIDDING",
  AUCTION = "AUCTION",
  INSPECTION = "INSPECTION",
  TEST = "TEST",
  QUARANTINE = "QUARANTINE",
  APPRAISAL = "APPRAISAL",
  EXPERT_REVIEW = "EXPERT_REVIEW",
  OTHER = "OTHER",
}

describeEnum(SpecialProcedureKind, "SpecialProcedureKind", "Kind of special procedure (特别程序种类, specialType).", {
  EXTENSION: "Extension of the limit, approved by the agency's head (延长审批).",
  HEARING: "Hearing (听证).",
  BIDDING: "Bidding (招标).",
  AUCTION: "Auction (拍卖).",
  INSPECTION: "Inspection (检验).",
  TEST: "Test (检测).",
  QUARANTINE: "Quarantine (检疫).",
  APPRAISAL: "Appraisal (鉴定).",
  EXPERT_REVIEW: "Expert review (专家评审).",
  OTHER: "Other; the clock goes on (其他).",
});

/** How a material came. */
export enum MaterialDelivery {
  PAPER = "PAPER",
  ELECTRONIC = "ELECTRONIC",
  LICENCE_SHARED = "LICENCE_SHARED",
}

describeEnum(MaterialDelivery, "MaterialDelivery", "How a material came (收取方式, getType).", {
  PAPER: "On paper (纸质收取).",
  ELECTRONIC: "As a file (附件上传).",
  LICENCE_SHARED: "From a shared electronic licence (证照库共享).",
});

/** What was decided. */
export enum CaseOutcome {
  GRANTED = "GRANTED",
  REFUSED = "REFUSED",
  NOT_ACCEPTED = "NOT_ACCEPTED",
}

describeEnum(CaseOutcome, "CaseOutcome", "What was decided (办结结果, resultType).", {
  GRANTED: "Granted (准予).",
  REFUSED: "Refused (不予).",
  NOT_ACCEPTED: "Not accepted (不予受理).",
});

/** What the agency found of a commitment. */
export enum CommitmentOutcome {
  KEPT = "KEPT",
  BROKEN = "BROKEN",
}

describeEnum(CommitmentOutcome, "CommitmentOutcome", "What the agency found of a commitment (告知承诺核查结果).", {
  KEPT: "True and kept (承诺属实).",
  BROKEN: "Not true or not kept; the decision is annulled (承诺不实或者未履行, 撤销决定).",
});
