/** How many rows the tables of two builds hold, and where they differ. */
import type pg from "pg";

/** Rows by table, `schema.table`. */
export type RowCounts = Readonly<Record<string, number>>;

/** Counts the rows of every table of the services. */
export const countRows = async (client: pg.Client): Promise<RowCounts> => {
  const { rows } = await client.query<{ name: string; count: string }>(
    `select format('%s.%s', t.table_schema, t.table_name) as name,
       (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', t.table_schema, t.table_name), false, true, '')))[1]::text as count
     from information_schema.tables t
     where t.table_type = 'BASE TABLE' and t.table_schema not in ('pg_catalog', 'information_schema', 'public')
     order by name`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
};

/** The tables that only one of two builds has, or that hold another number of rows: a pair of counts, null where there is no such table. */
export const differingRows = (
  one: RowCounts,
  other: RowCounts,
): Readonly<Record<string, readonly [number | null, number | null]>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .sort()
      .filter((name) => one[name] !== other[name])
      .map((name) => [name, [one[name] ?? null, other[name] ?? null]]),
  );
