/** Areas whose regulatory information clause 6 names, in its order (监管信息公开领域). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** An area. */
export enum RegulatoryArea {
  WORK_SAFETY = "WORK_SAFETY",
  ECOLOGY = "ECOLOGY",
  HEALTH = "HEALTH",
  FOOD_AND_DRUGS = "FOOD_AND_DRUGS",
  HOUSING = "HOUSING",
  QUALITY = "QUALITY",
  PRICES = "PRICES",
  LAND = "LAND",
  CREDIT = "CREDIT",
  TRANSPORT = "TRANSPORT",
  TOURISM = "TOURISM",
  STATE_ENTERPRISES = "STATE_ENTERPRISES",
  PUBLIC_RESOURCES = "PUBLIC_RESOURCES",
  OTHER = "OTHER",
}

describeEnum(RegulatoryArea, "RegulatoryArea", "Area of regulation (监管领域).", {
  WORK_SAFETY: "Work safety (安全生产).",
  ECOLOGY: "Ecology and environment (生态环境).",
  HEALTH: "Health and prevention of epidemics (卫生防疫).",
  FOOD_AND_DRUGS: "Food and drugs (食品药品).",
  HOUSING: "Affordable housing (保障性住房).",
  QUALITY: "Quality of products (产品质量).",
  PRICES: "Prices (价格).",
  LAND: "Land and resources (国土资源).",
  CREDIT: "Credit (社会信用).",
  TRANSPORT: "Transport (交通运输).",
  TOURISM: "The market of tourism (旅游市场).",
  STATE_ENTERPRISES: "State-owned enterprises (国有企业运营).",
  PUBLIC_RESOURCES: "Trade of public resources (公共资源交易).",
  OTHER: "Another area (其他).",
});
