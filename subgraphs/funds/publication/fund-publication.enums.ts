/** Enumerations of publications (公示与公告). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Which of the two. */
export enum FundPublicationKind {
  PUBLICITY = "PUBLICITY",
  PUBLIC_NOTICE = "PUBLIC_NOTICE",
}

describeEnum(
  FundPublicationKind,
  "FundPublicationKind",
  "Publicity beforehand, or a public notice afterwards (公示或公告).",
  {
    PUBLICITY: "Publicity beforehand, open to objections (事前公示).",
    PUBLIC_NOTICE: "Public notice of the result (结果公告).",
  },
);

/** Level at which it is posted. */
export enum FundPublicationLevel {
  PROVINCE = "PROVINCE",
  PREFECTURE = "PREFECTURE",
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
  VILLAGE = "VILLAGE",
}

describeEnum(FundPublicationLevel, "FundPublicationLevel", "Level at which it is posted (公示公告层级).", {
  PROVINCE: "Province (省级).",
  PREFECTURE: "Prefecture (市州级).",
  COUNTY: "County (县级).",
  TOWNSHIP: "Township (乡镇).",
  VILLAGE: "Village (村级).",
});
