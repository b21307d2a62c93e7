/** Codes as a query: through the database, so that pages and cursors are those of every other list. */
import type { Knex } from "knex";
import type { NamedCode } from "./classification.js";

/** These codes as rows; the caller adds order and page. */
export const codesQuery = (db: Knex, codes: readonly NamedCode[]): Knex.QueryBuilder =>
  db
    .select("codes.*")
    .from(
      db.raw("unnest(?::text[], ?::text[]) as codes(code, name)", [
        codes.map(({ code }) => code),
        codes.map(({ name }) => name),
      ]),
    );
