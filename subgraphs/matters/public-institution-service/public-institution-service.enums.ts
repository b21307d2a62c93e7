/** Sectors of public enterprises and institutions. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Sectors that clause 7 of the Opinions of 2016 names. */
export enum PublicServiceSector {
  EDUCATION = "EDUCATION",
  HEALTH = "HEALTH",
  WATER_SUPPLY = "WATER_SUPPLY",
  POWER_SUPPLY = "POWER_SUPPLY",
  GAS_SUPPLY = "GAS_SUPPLY",
  HEATING = "HEATING",
  ENVIRONMENTAL_PROTECTION = "ENVIRONMENTAL_PROTECTION",
  PUBLIC_TRANSPORT = "PUBLIC_TRANSPORT",
}

describeEnum(
  PublicServiceSector,
  "PublicServiceSector",
  "Sector of a public enterprise or institution, as clause 7 of the Opinions on openness of 2016 names them (公共企事业单位领域).",
  {
    EDUCATION: "Education (教育).",
    HEALTH: "Health (卫生健康).",
    WATER_SUPPLY: "Water (供水).",
    POWER_SUPPLY: "Electricity (供电).",
    GAS_SUPPLY: "Gas (供气).",
    HEATING: "Heating (供热).",
    ENVIRONMENTAL_PROTECTION: "Protection of the environment (环境保护).",
    PUBLIC_TRANSPORT: "Public transport (公共交通).",
  },
);
