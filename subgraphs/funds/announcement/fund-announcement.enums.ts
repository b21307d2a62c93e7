/** Enumerations of notices (公示与公告). */
import { describeEnum } from "../../../platform/graphql/index.js";

/** Before or after. */
export enum AnnouncementKind {
  BEFORE = "BEFORE",
  AFTER = "AFTER",
}

describeEnum(
  AnnouncementKind,
  "AnnouncementKind",
  "Publicity beforehand, or a public notice afterwards (公示或公告).",
  {
    BEFORE: "Publicity beforehand, open to objections (事前公示).",
    AFTER: "Public notice of the result (结果公告).",
  },
);

/** Level at which it is posted. */
export enum AnnouncementLevel {
  PROVINCE = "PROVINCE",
  PREFECTURE = "PREFECTURE",
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
  VILLAGE = "VILLAGE",
}

describeEnum(AnnouncementLevel, "AnnouncementLevel", "Level at which it is posted (公示公告层级).", {
  PROVINCE: "Province (省级).",
  PREFECTURE: "Prefecture (市州级).",
  COUNTY: "County (县级).",
  TOWNSHIP: "Township (乡镇).",
  VILLAGE: "Village (村级).",
});
