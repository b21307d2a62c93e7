/** What is declared of a table whose loads can be undone. */

/** A table of records with versions whose loads can be undone. */
export interface JournaledTable {
  readonly table: string;
  /** Column of the key. */
  readonly key: string;
  /** Columns of other tables by which later records rest on it: a load that one of them names is not undone. */
  readonly namedBy?: readonly NamingColumn[];
  /** Table of its versions, by which record they are known: a restored record gets one more. */
  readonly versions?: { readonly table: string; readonly of: string; readonly columns: readonly string[] };
  /** Tables whose rows a load replaces as a whole for each record. */
  readonly sets?: readonly JournaledSet[];
}

/** A column by which records name those of another table. */
export interface NamingColumn {
  readonly table: string;
  readonly column: string;
  /** Where what is named may change, and only may not be removed: versions of it are kept. @default false */
  readonly mayChange?: boolean;
}

/** A table of which a load replaces all rows of a record. */
export interface JournaledSet {
  readonly table: string;
  /** Column of the record to which a row belongs. */
  readonly of: string;
}

/** Days for which a load can be undone; then what was there before is forgotten. */
export const UNDO_DAYS = 30;

/** Setting of a transaction that names the load whose writes are journaled. */
export const LOAD_SETTING = "govgraph.load";
