/** What a kind of exchange file says of itself: its fields, which rows are public, what stands in each cell. A new kind is one small file. */
import type { Knex } from "knex";
import type { LocalDate } from "../domain/index.js";
import type { BatchCall, ImportField } from "../import/index.js";

/** Which rows are asked for. */
export interface ExportScope {
  /** Day on which the rows are public. */
  readonly today: LocalDate;
  /** Division of the authority, and those below it. */
  readonly division?: string;
  /** Credit code of the authority. */
  readonly agency?: string;
}

/** What cells are made with. */
export interface ExportContext {
  readonly today: LocalDate;
  /** Asks the services that own names and codes of bodies. */
  readonly call: BatchCall;
}

/** Values by our fields; what is undefined is an empty cell. */
export type ExportedCells = Readonly<Record<string, string | undefined>>;

/** What becomes of a row. `leftOut` and `withheld` are keys of the kind's `reasons`. */
export type ExportedRow =
  | { readonly cells: ExportedCells; readonly leftOut?: readonly string[] }
  /** Nothing of it stands in the file. */
  | { readonly withheld: string };

/** A row with the key by which pages follow each other. */
export interface KeyedRow {
  readonly id: string;
}

/** A kind of exchange file. */
export interface ExportKind<Row extends KeyedRow = KeyedRow> {
  /** Name on the command line; the kind of import that loads the file. */
  readonly kind: string;
  /** Those of that kind: the first name of a column is the heading. */
  readonly fields: Readonly<Record<string, ImportField>>;
  /** Our fields that are written, in order. None may hold what is a person's. */
  readonly written: readonly string[];
  /** Why a row, or a value of one, is not in the file: a sentence for each reason. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The rows that a reader without a token may know of on the day, by the policy of the graph; the caller adds order and page. */
  publicRows(db: Knex, scope: ExportScope): Knex.QueryBuilder;
  /** What becomes of each row, in order. */
  toRows(rows: readonly Row[], context: ExportContext): Promise<readonly ExportedRow[]>;
}
