/** Allocation (资金分配): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { findFundAllocationByReference } from "./fund-allocation.reference.js";
import { FundAllocationResolver } from "./fund-allocation.resolver.js";
import { createFundAllocationService } from "./fund-allocation.service.js";

const services = { fundAllocations: createFundAllocationService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const fundAllocation: Noun<FundsServices> = {
  owns: ["FundAllocation"],
  resolvers: [FundAllocationResolver],
  references: {
    FundAllocation: findFundAllocationByReference,
  },
  services,
};
