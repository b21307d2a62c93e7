/** Enumerations of documents that government publishes. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Genre of a document. */
export enum DocumentGenre {
  DECISION = "DECISION",
  ORDER = "ORDER",
  MEASURES = "MEASURES",
  OPINIONS = "OPINIONS",
  NOTICE = "NOTICE",
  PUBLIC_NOTICE = "PUBLIC_NOTICE",
  CIRCULAR = "CIRCULAR",
  REPLY = "REPLY",
  REPORT = "REPORT",
}

describeEnum(
  DocumentGenre,
  "DocumentGenre",
  "Genre of a document (体裁); those of article 8 of 《党政机关公文处理工作条例》 that are published, and measures.",
  {
    DECISION: "Decision (决定).",
    ORDER: "Order (命令/令).",
    MEASURES: "Measures, rules of implementation (办法、细则).",
    OPINIONS: "Opinions (意见).",
    NOTICE: "Notice (通知).",
    PUBLIC_NOTICE: "Public notice (公告、通告).",
    CIRCULAR: "Circular (通报).",
    REPLY: "Reply to a request (批复).",
    REPORT: "Report (报告).",
  },
);

/** What a document does with another. */
export enum DocumentRelationKind {
  REPEALS = "REPEALS",
  AMENDS = "AMENDS",
  REPLACES = "REPLACES",
  IMPLEMENTS = "IMPLEMENTS",
  BASED_ON = "BASED_ON",
  INTERPRETS = "INTERPRETS",
}

describeEnum(DocumentRelationKind, "DocumentRelationKind", "What a document does with another (文件关系).", {
  REPEALS: "Repeals it, or a part of it (废止).",
  AMENDS: "Amends it (修改).",
  REPLACES: "Takes its place (替代).",
  IMPLEMENTS: "Says how it is carried out (贯彻落实).",
  BASED_ON: "Rests on it (依据).",
  INTERPRETS: "Explains it (解读).",
});

/** Whether a document is in force. */
export enum DocumentValidity {
  NOT_YET_IN_FORCE = "NOT_YET_IN_FORCE",
  IN_FORCE = "IN_FORCE",
  AMENDED = "AMENDED",
  PARTLY_REPEALED = "PARTLY_REPEALED",
  EXPIRED = "EXPIRED",
  REPEALED = "REPEALED",
}

describeEnum(DocumentValidity, "DocumentValidity", "Whether a document is in force on a day (效力状况).", {
  NOT_YET_IN_FORCE: "Not yet in force (尚未施行).",
  IN_FORCE: "In force as it was issued (有效).",
  AMENDED: "In force, amended (已修改).",
  PARTLY_REPEALED: "In force but for a part (部分失效).",
  EXPIRED: "Its time is over (失效).",
  REPEALED: "Repealed or replaced (废止).",
});

/** How a list of documents is ordered. */
export enum PublicDocumentOrder {
  ISSUED = "ISSUED",
  PUBLISHED = "PUBLISHED",
}

describeEnum(PublicDocumentOrder, "PublicDocumentOrder", "How a list of documents is ordered (公开文件排序).", {
  ISSUED: "The last issued first; the best match first where words are searched (成文日期).",
  PUBLISHED:
    "The last published first, published ones alone: what is new to readers, also where it was published late (公开日期).",
});
