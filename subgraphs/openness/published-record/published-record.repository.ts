/** SQL of records that a body keeps in one table and then publishes; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, type KeysetColumn } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { WHOSE_PUBLISHED_RECORD } from "./published-record.policy.js";

/** The table of a noun: with `id`, `organ_uscc`, `division_code` and `published_on` among its columns. */
export interface RecordTable<Row extends object, Node> {
  readonly name: string;
  columns(): string[];
  /** The record of a row: what is of a later day has not happened yet. */
  readonly toNode: (row: Row, day: LocalDate) => Node;
}

/** What every list of them can be asked for. */
export interface RecordFilter {
  readonly division?: string | null;
}

/** A list: its name, its order, and what its filter leaves. */
export interface RecordList<Filter extends RecordFilter> {
  readonly ordering: string;
  readonly orderBy: readonly KeysetColumn[];
  readonly narrow?: (query: Knex.QueryBuilder, filter: Filter, asked: AskedBy) => void;
}

/** Records that the viewer may know of; the caller narrows, orders and pages. */
export const visibleRecords = <Row extends object, Node>(
  db: Knex,
  { viewer, day }: AskedBy,
  { name, columns }: Pick<RecordTable<Row, Node>, "name" | "columns">,
): Knex.QueryBuilder => readableRows(db(name).select(columns()), WHOSE_PUBLISHED_RECORD, { viewer, today: day });

/** Those of bodies in the division or below it. */
export const inDivision = (query: Knex.QueryBuilder, division: string): Knex.QueryBuilder =>
  query.whereLike("division_code", beginningWith(divisionPrefix(division)));

/** Records with these ids, in no order. */
export const findRecords = async <Row extends object, Node>(
  db: Knex,
  asked: AskedBy,
  table: RecordTable<Row, Node>,
  ids: readonly string[],
): Promise<Node[]> =>
  ((await visibleRecords(db, asked, table).whereIn("id", [...ids])) as Row[]).map((row) =>
    table.toNode(row, asked.day),
  );

/** Under which column records hang together, in which order, and how many of each parent are read. */
export interface Hanging {
  readonly column: string;
  /** Columns of the order; ids last. */
  readonly order: string;
  readonly most: number;
}

/** The first records of each of these parents, in their order. */
export const recordsUnder = async <Row extends object, Node>(
  db: Knex,
  asked: AskedBy,
  table: RecordTable<Row, Node>,
  { parents, under: { column, order, most } }: { readonly parents: readonly string[]; readonly under: Hanging },
): Promise<Node[]> => {
  // Names of columns are the code's own.
  const ranked = visibleRecords(db, asked, table)
    .select(db.raw(`row_number() over (partition by ${column} order by ${order}) as place`))
    .whereIn(column, [...parents]);
  const rows = await db.from(ranked.as("ranked")).where("place", "<=", most).orderBy([column, "place"]);
  return (rows as Row[]).map((row) => table.toNode(row, asked.day));
};
