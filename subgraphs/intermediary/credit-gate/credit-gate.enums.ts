/** Enumeration of what bars a bidder. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What bars a body. */
export enum BidBar {
  SUSPENDED = "SUSPENDED",
  REMOVED = "REMOVED",
  SERIOUS_LIST = "SERIOUS_LIST",
  NOT_CHECKED = "NOT_CHECKED",
}

describeEnum(BidBar, "BidBar", "What bars a body from bidding (禁止投标原因).", {
  SUSPENDED: "A suspension is in force (暂停).",
  REMOVED: "A removal is in force (清退).",
  SERIOUS_LIST: "It stands on a list of the seriously dishonest (列入严重失信主体名单).",
  NOT_CHECKED: "The credit service gave no answer; that bars as well (未能核查信用).",
});
