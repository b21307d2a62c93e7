/** How bids are written: by the agents of the firm that bids, to everybody else they are unknown. Pure. */
import { ofBody } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { BID, type BidEvent, type BidGuardFacts, type BidState } from "../bid/bid.machine.js";

/** Who writes a bid, and who may know of it before it is opened. */
export const OF_BIDDER = ofBody("firm_uscc");

/** Bids, as writes know them. */
export const WRITTEN_BID: Written<BidState, BidEvent, BidGuardFacts, "firm_uscc"> = {
  kind: "Bid",
  table: "bids",
  key: "id",
  machine: BID,
  whose: OF_BIDDER,
  parts: { FIRM: OF_BIDDER },
};
