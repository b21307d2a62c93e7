/** What is kept as JSON of an allocation: the factors of the decision, each with its version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { AllocationFactor } from "./fund-allocation.js";

/** A factor, version 1. */
interface StoredFactorV1 {
  readonly name: string;
  /** Per cent. */
  readonly weight: number;
  readonly value?: string;
}

/** A factor of the decision. */
export const STORED_FACTOR = storedShape<AllocationFactor, StoredFactorV1>({
  places: ["allocations.factors"],
  toStored: ({ name, weight, value }) => ({ name, weight, value }),
  toDomain: ({ name, weight, value }) => ({ name, weight, value }),
});
