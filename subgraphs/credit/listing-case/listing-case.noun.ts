/** Case of listing (列入名单办理): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { ListingCaseResolver } from "./listing-case.resolver.js";
import { createListingCaseService } from "./listing-case.service.js";
import { createListingCases } from "./migrations/20261130221000_create_listing_cases.js";

const services = { listingCases: createListingCaseService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const listingCase: Noun<CreditServices> = {
  owns: ["ListingCase"],
  resolvers: [ListingCaseResolver],
  references: {
    ListingCase: ({ no }, { listingCases }) => listingCases.find(String(no)),
  },
  services,
  migrations: [createListingCases],
};
