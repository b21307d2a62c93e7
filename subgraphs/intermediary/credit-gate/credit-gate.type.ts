/** CreditGate: whether a body may bid on the day of the request, and what bars it (N5, 信用准入). */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { describeEnum } from "../../../platform/graphql/index.js";

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

/** Whether a body may bid. */
@ObjectType({ description: "Whether a body may bid on the day of the request (信用准入)." })
export class CreditGate {
  @Field(() => Boolean, { description: "True where nothing bars it (是否可投标)." })
  mayBid: boolean;

  @Field(() => [BidBar], { description: "What bars it (禁止投标原因)." })
  bars: BidBar[];
}
