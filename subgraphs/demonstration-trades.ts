/** What the bodies of the demonstration do for a living, read from their names: who commits what, and what they are licensed for, follows from it. */
import type { DemonstrationOrganization } from "./demonstration.js";

const TRADES = [
  "餐饮",
  "建筑工程",
  "商贸",
  "农业科技",
  "物流",
  "食品",
  "电子",
  "旅游",
  "药业",
  "木业",
  "环境技术",
  "检测",
  "工程咨询",
  "安全评价",
  "测绘",
  "水保咨询",
  "小店",
  "合作社",
] as const;

/** A trade, as it stands in the name of a body. */
export type Trade = (typeof TRADES)[number];

/** Trade of a body: small shops sell food, and whoever names none trades. */
export const tradeOf = ({ name }: Pick<DemonstrationOrganization, "name">): Trade =>
  TRADES.find((trade) => name.includes(trade)) ?? (name.includes("小吃") ? "小店" : "商贸");
