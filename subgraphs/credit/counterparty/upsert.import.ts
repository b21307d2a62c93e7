/** Writes imported records: new ones are inserted, changed ones become the next version, equal ones are left alone. */
import type { Knex } from "knex";
import type { WriteResult } from "../../../platform/import/index.js";

/** Writes rows that have the same columns. What happened to a record since (repair, withdrawal) is no column of an export and stays. */
export const upsertRecords = async (
  trx: Knex.Transaction,
  table: "licences" | "penalties",
  rows: readonly Record<string, unknown>[],
): Promise<WriteResult> => {
  // One row per record: the last of equal rows of a file.
  const unique = [...new Map(rows.map((row) => [row["id"], row])).values()];
  const merged = Object.keys(unique[0] ?? {}).filter((column) => column !== "id");
  const written = (await trx(table)
    .insert(unique)
    .onConflict("id")
    .merge({
      ...Object.fromEntries(merged.map((column) => [column, trx.raw("excluded.??", [column])])),
      // A record once published stays so from its first day.
      published_on: trx.raw("least(??.published_on, excluded.published_on)", [table]),
      version: trx.raw("??.version + 1", [table]),
    })
    .whereRaw("??.content_hash is distinct from excluded.content_hash", [table])
    .returning("id")) as unknown[];
  return { accepted: written.length, unchanged: rows.length - written.length };
};
