/** What a kind of import says of itself: its fields, how a row is checked, how rows are written. A new kind is one small file. */
import type { Knex } from "knex";
import type { ImportField, MappedRow } from "./mapping.js";

/** Asks another service's batch endpoint with a signed call: service, batch name, input. */
export type BatchCall = <Output>(service: string, batch: string, input: unknown) => Promise<Output>;

/** What a kind works with. */
export interface ImportContext {
  readonly db: Knex;
  /** Day from which new versions are valid. */
  readonly today: string;
  /** Name of the exporting system. */
  readonly source: string;
  readonly call: BatchCall;
  /** Key by which identity numbers become the hashes that tokens carry; without it numbers are dropped. */
  readonly personKey?: string;
}

/** What became of written rows. */
export interface WriteResult {
  readonly accepted: number;
  readonly unchanged: number;
}

/** A kind of import into one service. */
export interface ImportKind<Item = unknown> {
  /** Name on the command line, such as `matters`. */
  readonly kind: string;
  readonly fields: Readonly<Record<string, ImportField>>;
  /** Identity of a row inside its file; two rows with one key and different contents are both refused. */
  readonly keyOf: (row: MappedRow) => string | undefined;
  /** The item of a row. Throws RowRefused. Pure. */
  accept(row: MappedRow, context: ImportContext): Item;
  /** Checks that need other services, for a chunk at once; gives the items, and refusals in their place. */
  resolve?(items: readonly Item[], context: ImportContext): Promise<readonly (Item | Error)[]>;
  /** Writes a chunk in the given transaction. */
  write(trx: Knex.Transaction, items: readonly Item[], context: ImportContext): Promise<WriteResult>;
}
