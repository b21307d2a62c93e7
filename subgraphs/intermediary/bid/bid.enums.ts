/** Enumerations of bids: why one is refused, and what the check of credit gave (报价). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What the credit subgraph answered when the bid came in. */
export enum CreditCheck {
  CLEAR = "CLEAR",
  LISTED = "LISTED",
  UNAVAILABLE = "UNAVAILABLE",
}

describeEnum(CreditCheck, "CreditCheck", "What the check of credit lists gave when the bid came in (投标时准入核查).", {
  CLEAR: "On no serious-dishonesty list (未列入).",
  LISTED: "On a serious-dishonesty list; it may not bid (列入严重失信主体名单).",
  UNAVAILABLE: "Not answered; the bid may not be accepted (未能核查).",
});

/** Why a bid does not count. */
export enum BidRefusal {
  AVOIDED = "AVOIDED",
  BARRED = "BARRED",
  ABOVE_CEILING = "ABOVE_CEILING",
  NOT_REVEALED = "NOT_REVEALED",
}

describeEnum(BidRefusal, "BidRefusal", "Why a bid does not count (报价无效原因).", {
  AVOIDED: "The intermediary must keep out of this project (应当回避).",
  BARRED: "Suspended, removed, listed, or not checked (暂停、清退、失信或未核查).",
  ABOVE_CEILING: "Above the ceiling (超过最高限价).",
  NOT_REVEALED: "Sealed, and its price not told in time (未按期揭示报价).",
});
