/** What is kept as JSON of a policy: rates at which it pays and shares of the levels, each with its version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import type { SourceShare, SubsidyStandard } from "./fund-policy.js";

/** A rate, version 1. */
interface StoredStandardV1 {
  readonly unit: string;
  /** Fen as text: JSON numbers are floating point. */
  readonly amountFen?: string;
  readonly condition?: string;
}

/** A share, version 1. */
interface StoredShareV1 {
  readonly level: "CENTRAL" | "PROVINCE" | "PREFECTURE" | "COUNTY";
  readonly percent: number;
}

/** A rate at which a policy pays. */
export const STORED_STANDARD = storedShape<SubsidyStandard, StoredStandardV1>({
  places: ["fund_policies.standard"],
  toStored: ({ unit, amount, condition }) => ({
    unit,
    amountFen: amount === undefined ? undefined : String(amount),
    condition,
  }),
  toDomain: ({ unit, amountFen, condition }) => ({
    unit,
    amount: amountFen === undefined ? undefined : BigInt(amountFen),
    condition,
  }),
});

/** Share of a level in the money of a policy. */
export const STORED_SHARE = storedShape<SourceShare, StoredShareV1>({
  places: ["fund_policies.source_shares"],
  toStored: ({ level, percent }) => ({ level, percent }),
  toDomain: ({ level, percent }) => ({ level: level as FundLevel, percent }),
});
