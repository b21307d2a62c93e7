/** What nobody asks for: records that a clock begins, steps that time alone brings about, and those that another system tells of. */
import type { Knex } from "knex";
import { basisOf, next, type Actor } from "../machine/index.js";
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

/** A step that nobody asks for. */
export interface TimeStep<Event, Facts> {
  /** The row, which the caller has locked. */
  readonly row: LockedRecord;
  readonly event: Event;
  readonly facts: Facts;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly asOf: Date;
}

/** Takes the step, as time; undefined where the machine does not let time take it now: nobody is there to be told. No viewer plays this part. */
export const takeTimeStep = <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  written: Written<State, Event, Facts, Column>,
  step: TimeStep<Event, Facts>,
): Promise<StepTaken<State> | undefined> => takeToldStep(trx, written, "TIME", step);

/** Takes the step in the part that took it elsewhere, as an import tells; undefined where the machine does not let that part take it. */
export const takeToldStep = async <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  written: Written<State, Event, Facts, Column>,
  part: Actor,
  { row, event, facts, set = {}, asOf }: TimeStep<Event, Facts>,
): Promise<StepTaken<State> | undefined> => {
  const step = next(written.machine, event, { state: row.state as State, actor: part, facts });
  if (!step.allowed) return undefined;
  return storeStep(trx, written, {
    ...{ row, event, to: step.to, part, basis: basisOf(step.transition), set },
    ...{ actor: undefined, agency: undefined, recordedAt: asOf, reason: undefined, inputHash: undefined },
  });
};
