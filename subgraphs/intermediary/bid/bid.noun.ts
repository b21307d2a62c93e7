/** Bid (报价): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { BidResolver } from "./bid.resolver.js";
import { createBidService } from "./bid.service.js";

const services = { bids: createBidService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const bid: Noun<IntermediaryServices> = {
  resolvers: [BidResolver],
  services,
};
