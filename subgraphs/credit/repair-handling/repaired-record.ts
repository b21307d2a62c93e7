/** The record that a repair is about: locked, asked whether it may be applied for, lifted with the decision, public again where that was false. */
import { localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import {
  lockBeside,
  permitStep,
  takeStep,
  type LockedRecord,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { PublicityEvent, PublicityGuardFacts } from "../penalty/publicity.state.js";
import type { PenaltyRow } from "../penalty/penalty.js";
import { penaltyFacts } from "../penalty-handling/penalty-facts.js";
import { WRITTEN_PENALTY } from "../penalty-handling/written-penalty.js";
import { CreditRecordKind } from "../record/record.enums.js";

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

const penalty = async (trx: WriteTransaction, dependencies: WriteDependencies, id: string): Promise<RepairedRecord> => {
  const row = await lockBeside(trx, WRITTEN_PENALTY, dependencies, id);
  const today = localDateOf(dependencies.asOf);
  const factsWith = (also: Partial<PublicityGuardFacts>) => penaltyFacts(row as unknown as PenaltyRow, today, also);
  const take = async (event: PublicityEvent, column: string, also: Partial<PublicityGuardFacts>, change: Change) => {
    await takeStep(trx, WRITTEN_PENALTY, dependencies, {
      ...{ row, event, facts: factsWith(also), set: { [column]: today } },
      ...change,
    });
  };
  return {
    kind: CreditRecordKind.PENALTY,
    row,
    findingAuthority: String(row["authority_uscc"]),
    repairEligibleOn: factsWith({}).repairEligibleOn,
    permitApplication: (open) =>
      permitStep(WRITTEN_PENALTY, dependencies, { row, event: "APPLY_FOR_REPAIR", facts: factsWith(open) }).basis,
    lift: (change) => take("REPAIR", "repaired_on", { repairDecided: true }, change),
    restore: async (change) => {
      if (row.state === "REPAIRED") await take("REPUBLISH", "republished_on", { repairFoundFalse: true }, change);
    },
  };
};

const KINDS: Readonly<Record<CreditRecordKind, typeof penalty | undefined>> = {
  PENALTY: penalty,
  LIST_ENTRY: undefined,
  LICENCE: undefined,
};

/** Locks the record. Throws NOT_FOUND where there is none of the kind that the viewer may know of, or the kind is never repaired. */
export const lockRepaired = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { kind, id }: { readonly kind: CreditRecordKind | undefined; readonly id: string },
): Promise<RepairedRecord> => {
  const lock = kind === undefined ? undefined : KINDS[kind];
  if (lock === undefined) throw new ServiceError("NOT_FOUND");
  return lock(trx, dependencies, id);
};
