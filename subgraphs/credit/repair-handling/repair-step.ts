/** One step of a repair case: case and record locked in this order, decided by the case's machine, the record changed with it. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  actingAgency,
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { RepairEvent, RepairGuardFacts, RepairState } from "../repair-case/repair-case.machine.js";
import { REPAIR_CASES, type RepairCaseRow } from "../repair-case/repair-case.rows.js";
import { STORED_EVIDENCE } from "../repair-case/repair-case.stored.js";
import { repairFacts } from "./repair-facts.js";
import type { RepairStepInput } from "./repair-handling.input.js";
import { WRITTEN_REPAIR } from "./written-repair.js";
import { lockRecordOf } from "./repairable-kinds.js";
import type { RepairedRecord } from "./repaired-record.js";

/** What a step does beside the change of state. */
export interface RepairStepAsked {
  readonly event: RepairEvent;
  /** What the input says of what the guards look at. */
  readonly facts?: Partial<RepairGuardFacts>;
  /** Columns that it fills. */
  readonly set?: Partial<NewOf<typeof REPAIR_CASES>>;
  readonly reason?: string | undefined;
  /** What becomes of the record with it. @default it stays */
  readonly record?: "lift" | "restore";
}

const factsOf = (row: RepairCaseRow, record: RepairedRecord, { viewer, asOf }: WriteDependencies): RepairGuardFacts =>
  repairFacts(
    {
      evidence: row.evidence.map(STORED_EVIDENCE.read),
      extended: row.extended,
      feedbackOn: row.feedback_on ?? undefined,
      findingNo: row.finding_no ?? undefined,
    },
    {
      today: localDateOf(asOf),
      findingAuthority: record.findingAuthority,
      repairEligibleOn: record.repairEligibleOn,
      decidingAuthority: actingAgency(viewer),
    },
  );

/** Takes the step in the transaction. Throws what `lockRecord` and `takeStep` throw. */
export const takeRepairStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { no, expectedVersion }: Pick<RepairStepInput, "no" | "expectedVersion">,
  inputHash: string,
  { event, facts = {}, set = {}, reason, record: change }: RepairStepAsked,
): Promise<StepTaken<RepairState>> => {
  const row = await lockRecord(trx, WRITTEN_REPAIR, dependencies, { key: no, expectedVersion });
  const stored = row as unknown as RepairCaseRow;
  const record = await lockRecordOf(trx, dependencies, stored);
  const taken = await takeStep(trx, WRITTEN_REPAIR, dependencies, {
    row,
    event,
    facts: { ...factsOf(stored, record, dependencies), ...facts },
    set: toSet(REPAIR_CASES, set),
    reason,
    inputHash,
  });
  if (change !== undefined) await record[change]({ reason, inputHash });
  return taken;
};
