/** Verbs of bids. */
import { Ctx, Resolver, Root, VerbInput, type Closure } from "../../../platform/graphql/classes/index.js";
import { HistoryField, type HistoryEntry } from "../../../platform/write/classes/index.js";
import { Bid } from "../bid/bid.type.js";
import type { IntermediaryContext } from "../context.js";
import { PlaceBidInput, ReplaceBidInput, RevealBidInput, WithdrawBidInput } from "./sealed-bid.input.js";
import { bidder, type BidPayload } from "./sealed-bid.type.js";

/** How often a firm changed its mind is its own affair, also once everybody reads its bid. */
const OWN_BID: Closure = { tier: ["OWNER"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" };

@Resolver(() => Bid)
export class SealedBidResolver {
  @bidder(
    "BIDDING-2017-28",
    "Hands in a bid of your own firm, sealed: nobody reads its price before it is told (报价).",
  )
  placeBid(@VerbInput() input: PlaceBidInput, @Ctx() { services }: IntermediaryContext): Promise<BidPayload> {
    return services.sealedBids.place(input);
  }

  @bidder("BIDDING-2017-29", "Puts another bid in the place of your own, while bids may come (更换报价).")
  replaceBid(@VerbInput() input: ReplaceBidInput, @Ctx() { services }: IntermediaryContext): Promise<BidPayload> {
    return services.sealedBids.replace(input);
  }

  @bidder("BIDDING-2017-29", "Takes your own bid back, while bids may come (撤回报价).")
  withdrawBid(@VerbInput() input: WithdrawBidInput, @Ctx() { services }: IntermediaryContext): Promise<BidPayload> {
    return services.sealedBids.withdraw(input);
  }

  @bidder(
    "BIDDING-2017-36",
    "Tells what your own bid sealed, once bids are closed and until the project's day for it; others read it once bids are opened (揭示报价).",
  )
  revealBid(@VerbInput() input: RevealBidInput, @Ctx() { services }: IntermediaryContext): Promise<BidPayload> {
    return services.sealedBids.reveal(input);
  }

  @HistoryField({ closed: OWN_BID, note: "of your own bid, and of nobody else's" })
  history(@Root() { id }: Bid, @Ctx() { services }: IntermediaryContext): Promise<HistoryEntry[]> {
    return services.sealedBids.history(id);
  }
}
