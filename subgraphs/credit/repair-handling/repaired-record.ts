/** What a repair does to the record that it is about: asked whether it may be applied for, lifted with the decision, public again where that was false. */
import type { LockedRecord, WriteDependencies, WriteTransaction } from "../../../platform/write/index.js";
import type { CreditRecordKind } from "../record/record.enums.js";

/** Why and by what a record changes beside its case. */
export interface Change {
  readonly reason: string | undefined;
  readonly inputHash: string;
}

/** The record, locked until the transaction ends. */
export interface RepairedRecord {
  readonly kind: CreditRecordKind;
  readonly row: LockedRecord;
  /** Credit code of the authority that made the finding. */
  readonly findingAuthority: string;
  /** First day on which it may be repaired; undefined where there is none. */
  readonly repairEligibleOn: string | undefined;
  /** Law of an application. Throws RULE_VIOLATION where there may be none: not by the viewer, not yet, not in this state, or one is open. */
  permitApplication(open: { readonly repairRuns: boolean }): string;
  /** Ends its publicity. Throws what `takeStep` throws. */
  lift(change: Change): Promise<void>;
  /** Makes it public again, where the repair is what ended its publicity. */
  restore(change: Change): Promise<void>;
}

/** Locks a record of a kind. */
export type LockRepaired = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  id: string,
) => Promise<RepairedRecord>;
