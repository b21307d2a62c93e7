/** What repair does to each kind of record that is repaired: penalties and entries of lists. */
import { localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import {
  lockBeside,
  permitStep,
  takeStep,
  type LockedRecord,
  type WriteDependencies,
  type WriteTransaction,
  type Written,
} from "../../../platform/write/index.js";
import { ListEntryState } from "../list-entry/list-entry.machine.js";
import type { ListEntryRow } from "../list-entry/list-entry.repository.js";
import { listEntryFacts } from "../list-entry-handling/list-entry-facts.js";
import { WRITTEN_LIST_ENTRY } from "../list-entry-handling/written-list-entry.js";
import type { PenaltyRow } from "../penalty/penalty.js";
import { PublicityState } from "../penalty/publicity.state.js";
import { penaltyFacts } from "../penalty-handling/penalty-facts.js";
import { WRITTEN_PENALTY } from "../penalty-handling/written-penalty.js";
import { CreditRecordKind } from "../record/record.enums.js";
import { recordKindOf } from "../record/record-kind.repository.js";
import type { LeastPublicityFacts } from "../repair-rules/least-publicity.js";
import type { RepairCaseRow } from "../repair-case/repair-case.rows.js";
import type { Change, LockRepaired, RepairedRecord } from "./repaired-record.js";

/** What repair adds to the facts of a record. */
interface RepairAdds {
  readonly repairRuns: boolean;
  readonly repairDecided: boolean;
  readonly repairFoundFalse: boolean;
}

/** A kind of record, with what repair does to it. */
interface RepairableKind<State extends string, Event extends string, Facts, Column extends string> {
  readonly kind: CreditRecordKind;
  readonly written: Written<State, Event | "APPLY_FOR_REPAIR" | "REPAIR", Facts, Column>;
  /** What the row says on the day, and what repair adds. */
  readonly factsOf: (row: never, today: string, also: Partial<RepairAdds>) => Facts;
  /** State that a repair leaves, with the column of its day. */
  readonly repaired: readonly [state: State, column: string];
  /** Event that undoes a false one, with the column of its day. */
  readonly undone: readonly [event: NoInfer<Event>, column: string];
}

const lockKind =
  <State extends string, Event extends string, Facts extends LeastPublicityFacts, Column extends string>({
    kind,
    written,
    factsOf,
    repaired: [repairedState, repairedOn],
    undone: [undo, undoneOn],
  }: RepairableKind<State, Event, Facts, Column>): LockRepaired =>
  async (trx, dependencies, id) => {
    const row = await lockBeside(trx, written, dependencies, id);
    const today = localDateOf(dependencies.asOf);
    const factsWith = (also: Partial<RepairAdds>): Facts => factsOf(row as never, today, also);
    const take = async (
      event: Event | "REPAIR",
      column: string,
      also: Partial<RepairAdds>,
      change: Change,
    ): Promise<void> => {
      const asked = { row, event, facts: factsWith(also), set: { [column]: today }, ...change };
      await takeStep(trx, written, dependencies, asked);
    };
    return {
      kind,
      row,
      findingAuthority: String(row["authority_uscc"]),
      repairEligibleOn: factsWith({}).repairEligibleOn,
      permitApplication: (open) =>
        permitStep(written, dependencies, { row, event: "APPLY_FOR_REPAIR", facts: factsWith(open) }).basis,
      lift: (change) => take("REPAIR", repairedOn, { repairDecided: true }, change),
      restore: async (change) => {
        if (row.state === repairedState) await take(undo, undoneOn, { repairFoundFalse: true }, change);
      },
    };
  };

const lockPenalty = lockKind({
  kind: CreditRecordKind.PENALTY,
  written: WRITTEN_PENALTY,
  factsOf: (row: PenaltyRow, today, also) => penaltyFacts(row, today, also),
  repaired: [PublicityState.REPAIRED, "repaired_on"],
  undone: ["REPUBLISH", "republished_on"],
});

const lockEntry = lockKind({
  kind: CreditRecordKind.LIST_ENTRY,
  written: WRITTEN_LIST_ENTRY,
  factsOf: (row: ListEntryRow, today, also) => listEntryFacts(row, today, also),
  repaired: [ListEntryState.REMOVED, "removed_on"],
  undone: ["RELIST", "relisted_on"],
});

const KINDS: Readonly<Record<CreditRecordKind, LockRepaired | undefined>> = {
  PENALTY: lockPenalty,
  LIST_ENTRY: lockEntry,
  LICENCE: undefined,
};

const notFound = (): never => {
  throw new ServiceError("NOT_FOUND");
};

/** Locks the record with the id. Throws NOT_FOUND where there is none that is repaired and the viewer may know of. */
export const lockRepaired = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  id: string,
): Promise<RepairedRecord> => {
  const kind = await recordKindOf(trx, id);
  const lock = (kind && KINDS[kind]) ?? notFound;
  return lock(trx, dependencies, id);
};

/** In place of a record that is gone, as when its load was undone: its case can be ended, and nothing be repaired. */
const goneRecord = (row: RepairCaseRow): RepairedRecord => ({
  kind: row.record_kind,
  row: row as unknown as LockedRecord,
  findingAuthority: row.authority_uscc,
  repairEligibleOn: undefined,
  permitApplication: notFound,
  lift: notFound,
  restore: () => Promise.resolve(),
});

/** Locks the record of a case. Throws NOT_FOUND where the viewer may not know of it. */
export const lockRecordOf = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  row: RepairCaseRow,
): Promise<RepairedRecord> =>
  (await recordKindOf(trx, row.record_id)) === undefined
    ? goneRecord(row)
    : lockRepaired(trx, dependencies, row.record_id);
