/** Codes as a query: through the database, so that pages and cursors are those of every other list. */
import type { Knex } from "knex";

/** These codes as rows; the caller adds order and page. */
export const codesQuery = (db: Knex, codes: readonly string[]): Knex.QueryBuilder =>
  db.select("codes.*").from(db.raw("unnest(?::text[]) as codes(code)", [[...codes]]));
