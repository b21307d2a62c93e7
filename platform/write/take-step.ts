/** A step of a record: the row is locked, the machine asked, the stored state and version compared once more by the UPDATE, and the journal written. */
import type { Knex } from "knex";
import { canRead, type Owned, type Reader, type Whose } from "../disclosure/admission/index.js";
import { localDateOf, type LocalDate } from "../domain/index.js";
import { ServiceError } from "../errors/index.js";
import { basisOf, nextAsAny, ruleViolation, type Actor } from "../machine/index.js";
import { actingParts, actorHash } from "./acting.js";
import { appendTransition } from "./journal.repository.js";
import { storeStep, type StepTaken } from "./store-step.js";
import type { WriteDependencies } from "./run-write.js";
import type { AnyWritten, Lockable, LockedRecord, StateOf, Written } from "./written.js";

/**
 * Locks a record that a step changes beside its own, whatever its version: nobody was asked which one they have seen. Throws NOT_FOUND where
 * there is none that the viewer may know of. Whoever locks two locks the one whose version was told first.
 */
export const lockBeside = async (
  trx: Knex.Transaction,
  { table, key, whose, read, stateOf }: Lockable,
  dependencies: WriteDependencies,
  id: string,
): Promise<LockedRecord> => {
  const reader = readerOf(dependencies);
  const locked = (await trx(table).first("*").where(key, id).forUpdate()) as LockedRecord | undefined;
  const row = locked && { ...locked, ...(await read?.(trx, id)) };
  if (!row || !canRead(whose as Whose<string>, reader, row)) throw new ServiceError("NOT_FOUND");
  return stateOf === undefined ? row : { ...row, state: String(stateOf(row as never, reader.today)) };
};

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
  const row = await lockBeside(trx, written, dependencies, key);
  if (row.version !== expectedVersion) throw staleVersion(row.version);
  return row;
};

const readerOf = ({ viewer, asOf }: WriteDependencies) => ({ viewer, today: localDateOf(asOf) });

/** Who did it and when, as the journal keeps it. */
const signatureOf = ({ viewer, asOf }: WriteDependencies) => ({
  actor: actorHash(viewer),
  agency: viewer.agencyUscc,
  recordedAt: asOf,
});

/** What is thrown where the record is of another version than whoever changes it has seen. */
export const staleVersion = (version: number): ServiceError =>
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

/** The state that a step leaves: the machine's, or where it is computed that of the day, which may be another, as where time has ended what is public again. */
const stateAfter = <State extends string>(
  { stateOf }: { readonly stateOf?: (row: never, today: LocalDate) => State },
  to: State,
  row: object,
  { asOf }: WriteDependencies,
): State => (stateOf === undefined ? to : stateOf(row as never, localDateOf(asOf)));

/** A step that may be taken. */
export interface StepPermitted<State extends string> {
  /** The part in which the viewer takes it. */
  readonly part: Actor;
  readonly to: State;
  /** Law and article. */
  readonly basis: string;
}

/**
 * Asks the machine whether the viewer may take the step, and takes nothing: for what begins beside the record. Throws RULE_VIOLATION where
 * the machine refuses it: state, actor or guard, with law, present state and what may be done instead.
 */
export const permitStep = <State extends string, Event extends string, Facts, Column extends string>(
  { machine, parts }: Written<State, Event, Facts, Column>,
  dependencies: WriteDependencies,
  { row, event, facts }: Pick<StepAsked<Event, Facts>, "row" | "event" | "facts">,
): StepPermitted<State> => {
  const reader = readerOf(dependencies) as unknown as Reader<Column>;
  const actors = actingParts(parts, reader, row as unknown as Owned<Column>);
  const { actor, step } = nextAsAny(machine, event, { state: row.state as State, actors, facts });
  if (!step.allowed) throw ruleViolation(step, { mayKnow: true });
  return { part: actor!, to: step.to, basis: basisOf(step.transition) };
};

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
  const permitted = permitStep(written, dependencies, { row, event, facts });
  const to = stateAfter(written, permitted.to, { ...row, ...set }, dependencies);
  return storeStep(trx, written, {
    row,
    event,
    set,
    ...permitted,
    to,
    ...signatureOf(dependencies),
    reason,
    inputHash,
  });
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
