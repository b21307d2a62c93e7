/** Levels of divisions. */
import { declareEnum } from "../../../platform/graphql/enum.js";

/** Level of a division. */
export enum DivisionLevel {
  PROVINCE = "PROVINCE",
  PREFECTURE = "PREFECTURE",
  COUNTY = "COUNTY",
  TOWNSHIP = "TOWNSHIP",
}

declareEnum(DivisionLevel, {
  name: "DivisionLevel",
  description: "Level of a division (区划级别).",
  valuesConfig: {
    PROVINCE: { description: "Province, autonomous region, municipality or special region (省级)." },
    PREFECTURE: { description: "Prefecture or prefecture-level city (地级)." },
    COUNTY: { description: "County, district or county-level city (县级)." },
    TOWNSHIP: { description: "Township, town or subdistrict (乡级)." },
  },
});
