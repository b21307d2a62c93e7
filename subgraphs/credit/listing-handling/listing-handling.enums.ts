/** Outcomes of cases of listing, and what may be done with one, as enumerations of the graph. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Outcome of a case of listing. */
export enum ListingOutcome {
  LISTED = "LISTED",
  NOT_LISTED = "NOT_LISTED",
}

describeEnum(ListingOutcome, "ListingOutcome", "Outcome of a case of listing (列入名单决定结果).", {
  LISTED: "The body stands on the list from the day of the decision (决定列入).",
  NOT_LISTED: "The body is not listed (决定不予列入).",
});

/** What may be done with a case of listing: the events of its machine. */
export enum ListingAction {
  DEFEND = "DEFEND",
  LIST = "LIST",
  DROP = "DROP",
}

describeEnum(ListingAction, "ListingAction", "What may be done with a case of listing (列入名单可办操作).", {
  DEFEND: "State and defend: defendListing (陈述申辩).",
  LIST: "Decide to list the body: decideListing (决定列入).",
  DROP: "Decide not to list it: decideListing (决定不予列入).",
});
