/** Sealed bids (密封报价): what this noun adds to the intermediary service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { SealedBidResolver } from "./sealed-bid.resolver.js";
import { createSealedBidService } from "./sealed-bid.service.js";

const services = { sealedBids: createSealedBidService };

declare module "../context.js" {
  interface IntermediaryServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const sealedBid: Noun<IntermediaryServices> = {
  resolvers: [SealedBidResolver],
  services,
};
