/** Whose a bid is, and what everybody may know of its check of credit: that it was listed, while credit still says so of the entry that was meant. Pure. */
import { allOf, anyOf, noneOf, ofBody, since } from "../../../platform/disclosure/admission/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { CreditCheck } from "./bid.enums.js";
import { BidState } from "./bid.machine.js";
import type { Bid } from "./bid.type.js";

/** Who may know of a bid: everybody from the opening on unless it was taken back, before it the agent of the firm that bids and nobody else (招标投标法 22). */
export const WHOSE_BID = anyOf(allOf(since("opened_on"), noneOf("state", [BidState.WITHDRAWN])), ofBody("firm_uscc"));

/** What credit says of a body in public; undefined or null where it said nothing. */
export interface StandingEntry {
  readonly onSeriousList?: boolean | null;
  /** First day of the oldest serious entry that stands. */
  readonly seriousListSince?: LocalDate | null;
}

/** Day since which the body stands on a list in public; undefined for anything but the exact answer. */
export const standsSince = ({ onSeriousList, seriousListSince }: StandingEntry): LocalDate | undefined =>
  onSeriousList === true && typeof seriousListSince === "string" ? seriousListSince : undefined;

/**
 * LISTED, or nothing at all: CLEAR and UNAVAILABLE are not told either, so that nothing is no sign of an entry that was removed. An entry
 * that began after the bid is not the one that was found then.
 */
export const publicCheckOf = (
  { creditCheck, submittedAt }: Pick<Bid, "creditCheck" | "submittedAt">,
  standing: StandingEntry,
): CreditCheck | undefined => {
  const since = standsSince(standing);
  return creditCheck === CreditCheck.LISTED && since !== undefined && since <= submittedAt ? creditCheck : undefined;
};
