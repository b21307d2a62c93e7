/** Which records others name, by the columns that name them. */
import type { Knex } from "knex";
import type { NamingColumn } from "./journaled-table.js";

/** Those of the keys that one of the columns holds, in order. */
export const namedIn = async (
  db: Knex,
  columns: readonly Pick<NamingColumn, "table" | "column">[],
  keys: readonly string[],
): Promise<string[]> => {
  if (columns.length === 0 || keys.length === 0) return [];
  const { rows } = await db.raw<{ rows: { key: string }[] }>(
    `select k.key from unnest(?::text[]) as k(key)
     where ${columns.map(() => "exists (select from ?? r where r.?? = k.key)").join(" or ")} order by k.key`,
    [[...keys], ...columns.flatMap(({ table, column }) => [table, column])],
  );
  return rows.map(({ key }) => key);
};
