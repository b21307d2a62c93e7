/** Writes records of a declared table: by insert, or many by COPY. */
import type { Knex } from "knex";
import type { Column } from "./columns.js";
import { copyRows, type CopyValue } from "./copy.js";
import type { Columns, NewOf, Table } from "./table.js";

const writtenColumns = (table: {
  readonly declared: Columns;
}): readonly (readonly [string, Column<string, unknown, boolean, boolean>])[] => Object.entries(table.declared);

/** The row to insert: names of SQL, null for what is not there; what has a default and is not given is left out. */
export const toRow = <C extends Columns>(table: Table<C>, record: NewOf<Table<C>>): Record<string, unknown> => {
  const row: Record<string, unknown> = {};
  for (const [key, { name, hasDefault, writing }] of writtenColumns(table)) {
    const value = (record as Record<string, unknown>)[key];
    if (value === undefined) {
      if (!hasDefault) row[name] = null;
    } else row[name] = writing.toInsert ? writing.toInsert(value as never) : value;
  }
  return row;
};

/** What an update sets, or a part of a new row: the columns that are given, null where undefined is. */
export const toSet = <C extends Columns>(
  { declared }: { readonly declared: C },
  given: Partial<NewOf<Table<C>>>,
): Record<string, unknown> => {
  const set: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const { name, writing } = declared[key]!;
    set[name] = value === undefined ? null : writing.toInsert ? writing.toInsert(value as never) : value;
  }
  return set;
};

/** Inserts records, at most 500 a statement. */
export const insertRecords = async <C extends Columns>(
  db: Knex,
  table: Table<C>,
  records: readonly NewOf<Table<C>>[],
): Promise<void> => {
  const rows = records.map((record) => toRow(table, record));
  for (let from = 0; from < rows.length; from += 500) await db(table.name).insert(rows.slice(from, from + 500));
};

/** Loads records by COPY; what has a default is given by all of them or by none. Throws where the first gives it and another does not. */
export const copyRecords = async <C extends Columns>(
  db: Knex,
  table: Table<C>,
  records: readonly NewOf<Table<C>>[],
): Promise<void> => {
  const all = records as readonly Readonly<Record<string, unknown>>[];
  const written = writtenColumns(table).filter(([key, { hasDefault }]) => !hasDefault || all[0]?.[key] !== undefined);
  const cell =
    (record: Readonly<Record<string, unknown>>) =>
    ([key, { hasDefault, writing, name }]: (typeof written)[number]): CopyValue => {
      const value = record[key];
      if (value !== undefined) return writing.toCopy ? writing.toCopy(value as never) : (value as CopyValue);
      if (hasDefault) throw new Error(`Table ${table.name}: ${name} is given by some records alone.`);
      return null;
    };
  await copyRows(
    db,
    table.name,
    written.map(([, { name }]) => name),
    all.map((record) => written.map(cell(record))),
  );
};
