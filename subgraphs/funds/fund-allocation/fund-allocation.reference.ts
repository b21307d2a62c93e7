/** Allocations by the key that references carry, through the service. */
import type { FundsServices } from "../context.js";
import type { FundAllocation } from "./fund-allocation.type.js";

/** The allocation of a reference; undefined where the viewer may know of none. */
export const findFundAllocationByReference = (
  { id }: Readonly<Record<string, unknown>>,
  { fundAllocations }: FundsServices,
): Promise<FundAllocation | undefined> => fundAllocations.find(String(id));
