/** Local limits of the intermediary market, of time and of number, and the rule on which they rest. Pure. */
import { demonstrationLimit, type LimitRule } from "../../../platform/domain/index.js";

/** Rule on which the life of a project rests. */
export const MARKET_BASIS = "中介服务超市地方管理规定（各地不同，此处为演示数据所用时限）";

const localRule = (
  id: string,
  trigger: LimitRule["trigger"],
  amount: number,
  extra: Partial<LimitRule> = {},
): LimitRule =>
  demonstrationLimit(
    {
      id,
      trigger,
      amount,
      excludes: ["SUSPENSION", "DISPUTE"],
      jurisdiction: "220000",
      validFrom: "2019-01-01",
      ...extra,
    },
    MARKET_BASIS,
  );

/** Local limits; those of another place are other rows. */
export const MARKET_RULES = {
  publicNotice: localRule(
    "M-PUBLIC-NOTICE",
    { en: "public notice → earliest close of bids", zh: "公告 → 最早截止报名" },
    3,
    { minimum: 3 },
  ),
  contract: localRule("M-CONTRACT", { en: "selection → contract signed", zh: "选定 → 签订合同" }, 10),
  evaluation: localRule("M-EVALUATION", { en: "acceptance → evaluation by the owner", zh: "验收 → 业主评价" }, 10),
} as const;

/** Bids below which a project fails, unless its intermediary is selected directly. */
export const LEAST_BIDS = 3;

/** Aspects that an owner evaluates: timeliness, quality, price, attitude, compliance. */
export const ASPECTS = 5;
