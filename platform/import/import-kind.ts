/** What a kind of import says of itself: its fields, how a row is checked, how rows are written. A new kind is one small file. */
import type { Knex } from "knex";
import type { JournaledTable } from "../database/index.js";
import type { NamedBodies } from "./named-bodies.js";
import type { ImportField, MappedRow } from "./mapping.js";
import type { RecordKeys } from "./record-keys.js";
import type { RowOwner } from "./row-owner.js";
import type { RowSubject } from "./scrub-row.js";
import type { RowRefused } from "./violation.js";

/** Asks another service's batch endpoint with a signed call: service, batch name, input. Of a trial nothing stays there. */
export type BatchCall = <Output>(
  service: string,
  batch: string,
  input: unknown,
  options?: { readonly trial: boolean },
) => Promise<Output>;

/** What a kind works with. */
export interface ImportContext {
  readonly db: Knex;
  /** Day from which new versions are valid. */
  readonly today: string;
  /** Name of the exporting system. */
  readonly source: string;
  readonly call: BatchCall;
  /** Key of the hash that stands for a person; the one by which the identity provider makes `subject_hash`. */
  readonly subjectKey?: string;
  /** Keys that find records whose ids are not made of what they hold; kinds with such records refuse a file without. */
  readonly recordKeys?: RecordKeys;
  /** Credit code of the agency that loads for itself; rows of others are refused. @default whoever loads may load all */
  readonly agency?: string;
}

/** Something to look at in a row that is loaded all the same. */
export interface RowNotice {
  /** Our field that it is about; the column is found by the mapping. */
  readonly field: string;
  /** Name of the rule. */
  readonly rule: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}

/** What a row is checked with. */
export interface RowContext extends ImportContext {
  /** Says what to look at in the row, which is loaded all the same. */
  readonly notice: (said: RowNotice) => void;
  /** True where the file has a column of our field: an empty cell says something else than a table without such a column. */
  readonly hasColumn: (field: string) => boolean;
}

/** What a chunk of items is resolved with. */
export interface ResolveContext<Item> extends ImportContext {
  /** Says what to look at in the row of an item, which is loaded all the same. */
  readonly notice: (item: Item, said: RowNotice) => void;
  /** First names that the file gives to codes of bodies. */
  readonly bodies: NamedBodies;
}

/** What became of written rows. */
export interface WriteResult {
  readonly accepted: number;
  readonly unchanged: number;
}

/** Rows that stand or fall together, such as the lines of a batch. Their file is held in memory while it is loaded. */
export interface ImportGroups<Item> {
  /** What binds rows together, for documents. */
  readonly doc: string;
  /** A key for each row of the file; rows of one key are loaded together or not at all. Undefined for a row that stands alone. */
  keysOf(rows: readonly MappedRow[]): readonly (string | undefined)[];
  /** Why a group as a whole is refused, in the transaction that would write it; called where every row of it was accepted. */
  check(trx: Knex.Transaction, items: readonly Item[], context: ImportContext): Promise<RowRefused | undefined>;
}

/** How a load of the kind is undone: by the journal of its table. */
export interface LoadUndo extends JournaledTable {
  /** Services that are asked which of the records that would go they name, by a batch that takes keys and gives some of them. */
  readonly namedElsewhere?: { readonly batch: string; readonly services: readonly string[] };
}

/** A kind of import into one service. */
export interface ImportKind<Item = unknown> {
  /** Name on the command line, such as `matters`. */
  readonly kind: string;
  readonly fields: Readonly<Record<string, ImportField>>;
  /** Identity of a row inside its file; two rows with one key and different contents are both refused. */
  readonly keyOf: (row: MappedRow) => string | undefined;
  /** The item of a row. Throws RowRefused, or RowRefusals with all that is to be corrected. Pure. */
  accept(row: MappedRow, context: RowContext): Item;
  /** Whose a row is; agencies load no kind that does not say it. */
  readonly owner?: RowOwner<Item>;
  /** Of whom a row speaks, so that what is a person's leaves its texts. @default of no person Pure. */
  subjectOf?(row: MappedRow): RowSubject;
  /** Why an item is loaded and not published, where it is so. Pure. */
  unpublishedOf?(item: Item): RowNotice | undefined;
  /** Checks that need other services, for a chunk at once; gives the items, and refusals in their place. */
  resolve?(items: readonly Item[], context: ResolveContext<Item>): Promise<readonly (Item | Error)[]>;
  /** What to look at in rows that are loaded, beside what was said while they were checked. Pure. */
  noticesOf?(item: Item): readonly RowNotice[];
  /** Given where rows stand or fall together: then `write` is called for one group at a time. */
  readonly groups?: ImportGroups<Item>;
  /** By which table a load is undone; given for each kind that agencies load for themselves. @default it can not be */
  readonly undo?: LoadUndo;
  /** Seals what earlier imports loaded of rows that are refused because a law seals them (RowSealed). */
  seal?(trx: Knex.Transaction, items: readonly Item[], context: ImportContext): Promise<void>;
  /** Writes a chunk in the given transaction. */
  write(trx: Knex.Transaction, items: readonly Item[], context: ImportContext): Promise<WriteResult>;
}
