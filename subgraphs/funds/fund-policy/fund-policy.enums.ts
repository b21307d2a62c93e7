/** Enumeration of kinds of policies (资金政策). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Kind of fund. */
export enum FundKind {
  RURAL_REVITALISATION = "RURAL_REVITALISATION",
  SUBSISTENCE_ALLOWANCE = "SUBSISTENCE_ALLOWANCE",
  DISABILITY = "DISABILITY",
  FARMLAND = "FARMLAND",
  FARM_MACHINERY = "FARM_MACHINERY",
  EDUCATION_AID = "EDUCATION_AID",
  EMPLOYMENT = "EMPLOYMENT",
  BUSINESS_START = "BUSINESS_START",
}

describeEnum(FundKind, "FundKind", "Kind of fund (资金类别).", {
  RURAL_REVITALISATION: "Linking poverty relief with rural revitalisation (衔接推进乡村振兴补助).",
  SUBSISTENCE_ALLOWANCE: "Subsistence allowance (最低生活保障).",
  DISABILITY: "The two allowances of persons with disabilities (残疾人两项补贴).",
  FARMLAND: "Protection of farmland fertility (耕地地力保护).",
  FARM_MACHINERY: "Purchase and use of farm machinery (农机购置与应用).",
  EDUCATION_AID: "Living aid in compulsory education (义务教育生活补助).",
  EMPLOYMENT: "Employment aid (就业补助).",
  BUSINESS_START: "Aid to new and small businesses (创业扶持).",
});
