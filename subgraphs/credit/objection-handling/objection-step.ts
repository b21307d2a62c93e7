/** One step of an objection: objection and record locked in this order, decided by the objection's machine. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import {
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import type { ObjectionEvent, ObjectionState } from "../objection/objection.machine.js";
import { OBJECTIONS, type ObjectionRow } from "../objection/objection.rows.js";
import { lockObjected } from "./objected-record.js";
import type { ObjectionStepInput } from "./objection-handling.input.js";
import { findCorrected } from "./objection-handling.repository.js";
import { WRITTEN_OBJECTION } from "./written-objection.js";

/** What a step does beside the change of state. */
export interface ObjectionStepAsked {
  readonly event: ObjectionEvent;
  /** Columns that it fills. */
  readonly set?: Partial<NewOf<typeof OBJECTIONS>>;
  readonly reasons?: string | undefined;
}

/** Takes the step in the transaction. Throws what `lockRecord` and `takeStep` throw. */
export const takeObjectionStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { no, expectedVersion }: Pick<ObjectionStepInput, "no" | "expectedVersion">,
  inputHash: string,
  { event, set = {}, reasons }: ObjectionStepAsked,
): Promise<StepTaken<ObjectionState>> => {
  const row = await lockRecord(trx, WRITTEN_OBJECTION, dependencies, { key: no, expectedVersion });
  const { record_kind: kind, record_id: id } = row as unknown as ObjectionRow;
  await lockObjected(trx, dependencies, { kind, id });
  const recordChanged = (await findCorrected(trx, [no])).length > 0;
  return takeStep(trx, WRITTEN_OBJECTION, dependencies, {
    row,
    event,
    facts: { recordChanged, ...(reasons === undefined ? {} : { reasons }) },
    set: toSet(OBJECTIONS, set),
    reason: reasons,
    inputHash,
  });
};
