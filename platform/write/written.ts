/** How records are written, as their noun declares it, and a record that is locked. */
import type { Knex } from "knex";
import type { Whose } from "../disclosure/admission/index.js";
import type { LocalDate } from "../domain/index.js";
import type { Machine } from "../machine/index.js";
import type { PartsIn } from "./acting.js";

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

/** Records of any noun. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyWritten = Written<any, any, any, any>;
/** Its states. */
export type StateOf<W> = W extends Written<infer State, string, never, string> ? State : never;

/** A row that is locked until the transaction ends, by the names of its columns. */
export type LockedRecord = Readonly<Record<string, unknown>> & { readonly state: string; readonly version: number };
