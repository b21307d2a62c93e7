/** A step of a record: the row is locked, the machine asked, the stored state and version compared once more by the UPDATE, and the journal written. */
import type { Knex } from "knex";
import { canRead, type Owned, type Reader, type Whose } from "../disclosure/admission/index.js";
import { localDateOf } from "../domain/index.js";
import { ServiceError } from "../errors/index.js";
import { basisOf, nextAsAny, ruleViolation, statesBefore, type Actor, type Machine } from "../machine/index.js";
import { actingParts, actorHash, type PartsIn } from "./acting.js";
import { appendTransition } from "./journal.repository.js";
import type { WriteDependencies } from "./run-write.js";

/** How records of a noun are written: declared once, beside its policy. The table has the columns `state` and `version`. */
export interface Written<State extends string, Event extends string, Facts, Column extends string> {
  /** Name of the type in the graph. */
  readonly kind: string;
  readonly table: string;
  /** Column of the key. */
  readonly key: string;
  readonly machine: Machine<State, Event, Facts>;
  /** Who may know of a record. */
  readonly whose: Whose<Column>;
  /** Who plays which part. */
  readonly parts: PartsIn<Column>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyWritten = Written<any, any, any, any>;
type StateOf<W> = W extends Written<infer State, string, never, string> ? State : never;

/** A row that is locked until the transaction ends, by the names of its columns. */
export type LockedRecord = Readonly<Record<string, unknown>> & { readonly state: string; readonly version: number };

/**
 * Locks the record. Throws NOT_FOUND where there is none that the viewer may know of, CONFLICT with the present version where it is not
 * the expected one.
 */
export const lockRecord = async (
  trx: Knex.Transaction,
  written: AnyWritten,
  dependencies: WriteDependencies,
  { key, expectedVersion }: { readonly key: string; readonly expectedVersion: number },
): Promise<LockedRecord> => {
  const row = (await trx(written.table).first("*").where(written.key, key).forUpdate()) as LockedRecord | undefined;
  if (!row || !canRead(written.whose as Whose<string>, readerOf(dependencies), row))
    throw new ServiceError("NOT_FOUND");
  if (row.version !== expectedVersion) throw stale(row.version);
  return row;
};

const readerOf = ({ viewer, asOf }: WriteDependencies) => ({ viewer, today: localDateOf(asOf) });

/** Who did it and when, as the journal keeps it. */
const signatureOf = ({ viewer, asOf }: WriteDependencies) => ({
  actor: actorHash(viewer),
  agency: viewer.agencyUscc,
  recordedAt: asOf,
});

const stale = (version: number): ServiceError =>
  new ServiceError("CONFLICT", "The record changed since it was read.", { reason: "STALE_VERSION", version });

/** A step that is asked for. */
export interface StepAsked<Event, Facts> {
  readonly row: LockedRecord;
  readonly event: Event;
  /** What will be true once it has happened. */
  readonly facts: Facts;
  /** Columns that it fills, beside state and version. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** What is told of why. */
  readonly reason?: string | undefined;
  readonly inputHash: string;
}

/** What came of a step. */
export interface StepTaken<State extends string> {
  readonly key: string;
  readonly version: number;
  readonly state: State;
}

/**
 * Takes the step. Throws RULE_VIOLATION where the machine refuses it: state, actor or guard, with law, present state and what may be
 * done instead; CONFLICT where the row changed although it was locked, which only SQL from elsewhere does.
 */
export const takeStep = async <State extends string, Event extends string, Facts, Column extends string>(
  trx: Knex.Transaction,
  written: Written<State, Event, Facts, Column>,
  dependencies: WriteDependencies,
  { row, event, facts, set = {}, reason, inputHash }: StepAsked<Event, Facts>,
): Promise<StepTaken<State>> => {
  const { machine, table, kind } = written;
  const reader = readerOf(dependencies) as unknown as Reader<Column>;
  const parts = actingParts(written.parts, reader, row as unknown as Owned<Column>);
  const state = row.state as State;
  const { actor, step } = nextAsAny(machine, event, { state, actors: parts, facts });
  if (!step.allowed) throw ruleViolation(step, { mayKnow: true });
  const key = String(row[written.key]);
  const version = row.version + 1;
  const changed = await trx(table)
    .where({ [written.key]: key, version: row.version })
    .whereIn("state", statesBefore(machine, event))
    .update({ ...set, state: step.to, version });
  if (changed !== 1) throw new ServiceError("CONFLICT", undefined, { reason: "STALE_VERSION" });
  await appendTransition(trx, {
    kind,
    key,
    version,
    event,
    from: state,
    to: step.to,
    part: actor!,
    ...signatureOf(dependencies),
    basis: basisOf(step.transition),
    reason,
    inputHash,
  });
  return { key, version, state: step.to };
};

/** How a record begins. */
export interface Opening {
  readonly key: string;
  readonly part: Actor;
  readonly basis: string;
  readonly inputHash: string;
}

/** Records in the journal that the record begins; whoever calls it inserts the row with version 1. */
export const openingStep = async <W extends AnyWritten>(
  trx: Knex.Transaction,
  { kind, machine }: W,
  dependencies: WriteDependencies,
  { key, part, basis, inputHash }: Opening,
): Promise<StepTaken<StateOf<W>>> => {
  const to = machine.initial as StateOf<W>;
  await appendTransition(trx, {
    kind,
    key,
    version: 1,
    event: "BEGIN",
    from: undefined,
    to,
    part,
    ...signatureOf(dependencies),
    basis,
    reason: undefined,
    inputHash,
  });
  return { key, version: 1, state: to };
};
