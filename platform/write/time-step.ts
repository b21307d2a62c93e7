/** What time alone brings about: records that a clock begins, and steps that nobody asks for. No viewer ever plays this part. */
import type { Knex } from "knex";
import { basisOf, next } from "../machine/index.js";
import { appendTransition } from "./journal.repository.js";
import { storeStep, type StepTaken } from "./store-step.js";
import type { LockedRecord, Written } from "./written.js";

/** Records in the journal that a clock began the record; whoever calls it inserts the row with version 1. */
export const openInTime = async <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  { kind, machine }: Written<State, Event, Facts, Column>,
  { key, basis, asOf }: { readonly key: string; readonly basis: string; readonly asOf: Date },
): Promise<void> =>
  appendTransition(trx, {
    ...{ kind, key, version: 1, event: "BEGIN", from: undefined, to: machine.initial, part: "TIME", basis },
    ...{ actor: undefined, agency: undefined, recordedAt: asOf, reason: undefined, inputHash: undefined },
  });

/** A step that time may bring about. */
export interface TimeStep<Event, Facts> {
  /** The row, which the caller has locked. */
  readonly row: LockedRecord;
  readonly event: Event;
  readonly facts: Facts;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly asOf: Date;
}

/** Takes the step; undefined where the machine does not let time take it now: nobody is there to be told. */
export const takeTimeStep = async <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  written: Written<State, Event, Facts, Column>,
  { row, event, facts, set = {}, asOf }: TimeStep<Event, Facts>,
): Promise<StepTaken<State> | undefined> => {
  const step = next(written.machine, event, { state: row.state as State, actor: "TIME", facts });
  if (!step.allowed) return undefined;
  return storeStep(trx, written, {
    ...{ row, event, to: step.to, part: "TIME", basis: basisOf(step.transition), set },
    ...{ actor: undefined, agency: undefined, recordedAt: asOf, reason: undefined, inputHash: undefined },
  });
};
