/** What generated allotments are drawn from, and what their parts have in common. */
import { divideRoundHalfUp, type Fen } from "../../../platform/domain/index.js";
import type { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import type { Batches, DraftBatch } from "./batches.js";
import type { Ledgers } from "./fixed-terms.js";
import type { SeedDecision } from "./rows.js";

/** What generation draws from. */
export interface Draw extends Ledgers {
  readonly batches: Batches;
  readonly number: (from: number, to: number) => number;
  /** A village that has not had the policy in the period; undefined where all have. */
  readonly nextVillage: (county: string, policyCode: string, period: string) => string | undefined;
  /** Money carried over, by county and policy. */
  readonly carried: Map<string, Fen>;
  /** The next document number of a series, such as 吉财农指〔2026〕45号. */
  readonly documentNo: (series: string) => string;
}

/** What a county gets, and of whom it is. */
export interface CountyPlan {
  readonly division: string;
  readonly amount: Fen;
  /** What bodies get of it. */
  readonly portions: readonly Fen[];
  /** What households get of it. */
  readonly batches: readonly Omit<DraftBatch, "publicityFrom">[];
}

/** What the transfers of an allotment have in common. */
export interface Issue {
  readonly policyCode: string;
  readonly fundName: string;
  readonly sourceLevel: FundLevel;
  readonly functionCode: string;
  readonly year: number;
  readonly amount: Fen;
  readonly decision: SeedDecision;
}

/** Function of rural roads, water and the like (农村基础设施建设). */
export const RURAL_INFRASTRUCTURE = "2130504";

/** A share of an amount in per cent, one fen at least. */
export const share = (amount: Fen, percent: number): Fen => {
  const part = (amount * BigInt(percent)) / 100n;
  return part > 0n ? part : 1n;
};

/** The amount in whole 万元, rounded up. */
export const roundUpToWan = (amount: Fen): Fen => divideRoundHalfUp(amount + 499_999n, 1_000_000n) * 1_000_000n;
