/** Parts of a policy as the domain knows them: no decorator, no row, no I/O. */
import type { Fen } from "../../../platform/domain/index.js";
import type { FundLevel } from "../budget-allotment/budget-allotment.enums.js";

/** A rate at which a policy pays (补贴标准); the amount is absent where it varies. */
export interface SubsidyStandard {
  readonly unit: string;
  readonly amount?: Fen;
  readonly condition?: string;
}

/** Share of a level in the money of a policy, in per cent (分担比例). */
export interface SourceShare {
  readonly level: FundLevel;
  readonly percent: number;
}
