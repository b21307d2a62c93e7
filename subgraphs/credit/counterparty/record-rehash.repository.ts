/** Rehashes record keys once their secret has rotated; ids stay. */
import type { Knex } from "knex";
import { beginningWith } from "../../../platform/database/index.js";
import type { RecordKeys } from "../../../platform/import/index.js";
import { hashesOf, PREFIX, renameKeys, type RecordTable } from "./record-keys.repository.js";

interface KeyedRow {
  readonly natural_key: string;
  readonly source: string | null;
  readonly code: string | null;
  readonly authority_uscc: string;
  readonly doc_no: string;
}

/** How many record keys are hashed with another key than the current one. */
const olderKeys = (db: Knex, keys: RecordKeys): Knex.QueryBuilder =>
  db("record_keys as k").whereNot("k.natural_key", "like", beginningWith(`${keys.names[0]!}:`));

/** Those, and those whose hash has a source in it. */
const formerKeys = (db: Knex, keys: RecordKeys): Knex.QueryBuilder =>
  db("record_keys as k").where((either) =>
    either.whereNot("k.natural_key", "like", beginningWith(`${keys.names[0]!}:`)).orWhereNotNull("k.source"),
  );

/**
 * Hashes with the current key, and without the exporting system, what was hashed otherwise; ids stay. Returns how many remain: keys that
 * are not given, and records whose code as filed is not known any more, which are rehashed when they are next imported; and how many are
 * of a decision that another record has, loaded from another system while that made two of them.
 */
export const rehashRecordKeys = async (
  db: Knex,
  keys: RecordKeys,
): Promise<{ rehashed: number; remaining: number; twice: number }> => {
  let [rehashed, twice] = [0, 0];
  for (const table of Object.keys(PREFIX) as RecordTable[]) {
    for (let after = ""; ;) {
      const rows = (await formerKeys(db, keys)
        .join(`${table} as r`, "r.id", "k.record_id")
        .select("k.natural_key", "k.source", "k.code", "r.authority_uscc", "r.doc_no")
        .where("k.natural_key", ">", after)
        .orderBy("k.natural_key")
        .limit(1_000)) as KeyedRow[];
      if (rows.length === 0) break;
      after = rows.at(-1)!.natural_key;
      const pairs = rows.flatMap(({ natural_key, source, code, authority_uscc, doc_no }) => {
        if (code === null) return [];
        const identity = { code, authorityUscc: authority_uscc, docNo: doc_no };
        const hashes = hashesOf(keys, table, identity, source === null ? [] : [source]);
        // What its columns do not give is left to the next import.
        return hashes.older.includes(natural_key) ? [[natural_key, hashes.current] as const] : [];
      });
      const renamed = await renameKeys(db, pairs);
      rehashed += renamed;
      twice += pairs.length - renamed;
    }
  }
  const [left] = (await olderKeys(db, keys).count({ count: "*" })) as { count: bigint }[];
  return { rehashed, remaining: Number(left!.count), twice };
};
