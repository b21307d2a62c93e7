/** Stores a step that the machine allowed: the UPDATE compares stored state and version once more, and the journal is written. */
import type { Knex } from "knex";
import { ServiceError } from "../errors/index.js";
import { statesBefore, type Actor } from "../machine/index.js";
import { appendTransition } from "./journal.repository.js";
import type { LockedRecord, Written } from "./written.js";

/** What came of a step. */
export interface StepTaken<State extends string> {
  readonly key: string;
  readonly version: number;
  readonly state: State;
}

/** A step that is to be stored. */
export interface StepToStore<State extends string, Event extends string> {
  readonly row: LockedRecord;
  readonly event: Event;
  readonly to: State;
  readonly part: Actor;
  readonly basis: string;
  /** Columns that it fills, beside state and version. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Who did it, for whom, when: nobody where time alone acts. */
  readonly actor: string | undefined;
  readonly agency: string | undefined;
  readonly recordedAt: Date;
  readonly reason: string | undefined;
  readonly inputHash: string | undefined;
}

/** Stores it. Throws CONFLICT where the row changed although it was locked, which only SQL from elsewhere does. */
export const storeStep = async <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  written: Written<State, Event, Facts, Column>,
  { row, event, to, set, ...signed }: StepToStore<State, Event>,
): Promise<StepTaken<State>> => {
  const key = String(row[written.key]);
  const version = row.version + 1;
  const update = trx(written.table).where({ [written.key]: key, version: row.version });
  const changed = await (written.stateOf === undefined
    ? update.whereIn("state", statesBefore(written.machine, event)).update({ ...set, state: to, version })
    : update.update({ ...set, version }));
  if (changed !== 1) throw new ServiceError("CONFLICT", undefined, { reason: "STALE_VERSION" });
  await appendTransition(trx, { kind: written.kind, key, version, event, from: row.state, to, ...signed });
  return { key, version, state: to };
};
