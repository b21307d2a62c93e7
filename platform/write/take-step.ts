/** A step of a record: the row is locked, the machine asked, the stored state and version compared once more by the UPDATE, and the journal written. */
import type { Knex } from "knex";
import { canRead, type Owned, type Reader, type Whose } from "../disclosure/admission/index.js";
import { localDateOf, type LocalDate } from "../domain/index.js";
import { ServiceError } from "../errors/index.js";
import { basisOf, nextAsAny, ruleViolation, statesBefore, type Actor, type Machine } from "../machine/index.js";
import { actingParts, actorHash, type PartsIn } from "./acting.js";
import { appendTransition } from "./journal.repository.js";
import type { WriteDependencies } from "./run-write.js";

/** How records of a noun are written: declared once, beside its policy. The table has the columns `version` and, unless it is computed, `state`. */
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
  /** Reads what policy and state need beside the table's own columns, once the row is locked. */
  readonly read?: (trx: Knex.Transaction, key: string) => Promise<object | undefined>;
  /** Of a machine whose state is computed: the state of a row on a day. No column holds it, so the version alone guards the update (decision 92). */
  readonly stateOf?: (row: never, today: LocalDate) => State;
}

/** What is needed to lock a record that only its version tells apart. */
export type Lockable = Pick<AnyWritten, "table" | "key" | "whose" | "read" | "stateOf">;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyWritten = Written<any, any, any, any>;
type StateOf<W> = W extends Written<infer State, string, never, string> ? State : never;

/** A row that is locked until the transaction ends, by the names of its columns. */
export type LockedRecord = Readonly<Record<string, unknown>> & { readonly state: string; readonly version: number };

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

/** The state that a step leaves: the machine's, or where it is computed that of the day, which may be another, as where time has ended what is public again. */
const stateAfter = <State extends string>(
  { stateOf }: { readonly stateOf?: (row: never, today: LocalDate) => State },
  to: State,
  row: object,
  { asOf }: WriteDependencies,
): State => (stateOf === undefined ? to : stateOf(row as never, localDateOf(asOf)));

/** What came of a step. */
export interface StepTaken<State extends string> {
  readonly key: string;
  readonly version: number;
  readonly state: State;
}

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
  const { machine, table, kind } = written;
  const { part, basis, ...permitted } = permitStep(written, dependencies, { row, event, facts });
  const to = stateAfter(written, permitted.to, { ...row, ...set }, dependencies);
  const key = String(row[written.key]);
  const version = row.version + 1;
  const update = trx(table).where({ [written.key]: key, version: row.version });
  const changed = await (written.stateOf === undefined
    ? update.whereIn("state", statesBefore(machine, event)).update({ ...set, state: to, version })
    : update.update({ ...set, version }));
  if (changed !== 1) throw new ServiceError("CONFLICT", undefined, { reason: "STALE_VERSION" });
  await appendTransition(trx, {
    kind,
    key,
    version,
    event,
    from: row.state,
    to,
    part,
    ...signatureOf(dependencies),
    basis,
    reason,
    inputHash,
  });
  return { key, version, state: to };
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
