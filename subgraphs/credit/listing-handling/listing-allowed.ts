/** What a viewer may do with a case of listing now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { LISTING } from "../listing-case/listing-case.machine.js";
import type { ListingCase } from "../listing-case/listing-case.type.js";
import { listingFacts } from "./listing-facts.js";
import { ListingAction } from "./listing-handling.enums.js";
import { LISTING_PARTS } from "./listing-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedListingActions = (
  { state, subject, authorityUscc, priorNoticeOn, statedOn }: ListingCase,
  viewer: Viewer,
  around: { readonly today: string; readonly onList: boolean },
): ListingAction[] => {
  if (state === undefined || priorNoticeOn === undefined) return [];
  const days = { prior_notice_on: priorNoticeOn, stated_on: statedOn ?? null };
  const row = { counterparty_uscc: subject, authority_uscc: authorityUscc };
  const facts = listingFacts(days, around, { reasons: "-", remedy: "-", decisionDocNo: "-" });
  return allowedActions(ListingAction, { machine: LISTING, parts: LISTING_PARTS }, { viewer }, { row, state, facts });
};
