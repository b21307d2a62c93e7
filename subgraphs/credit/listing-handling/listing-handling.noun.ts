/** Handling of listing (列入名单办理): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ListingHandlingResolver } from "./listing-handling.resolver.js";
import { createListingHandlingService } from "./listing-handling.service.js";

const services = { listingHandling: createListingHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const listingHandling: Noun<CreditServices> = {
  resolvers: [ListingHandlingResolver],
  services,
};
