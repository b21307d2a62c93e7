/** SQL of record keys: which record a natural key stands for. An id is minted once, of nothing that the record holds, and never changes. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { ImportRefused, mintRecordId, type RecordKeys } from "../../../platform/import/index.js";

/** Tables of records with minted ids. */
export type RecordTable = "licences" | "penalties";

/** What stands for the code where the counterparty is a person. */
export const PERSON = "person";

/** By what a record is found again, whichever system exports it: the authority, the number of the decision, the body. */
export interface RecordIdentity {
  readonly authorityUscc: string;
  readonly docNo: string;
  /** The number as it was normalised before, where that differs. */
  readonly formerDocNo?: string;
  /** Credit code or organisation code as filed, PERSON for a person. */
  readonly code: string;
}

/** How public ids of each table begin. */
export const PREFIX: Readonly<Record<RecordTable, string>> = { licences: "XK", penalties: "CF" };

/** Name of the hash without key that public ids were made of until ids were minted; a migration kept it to find those records. */
const UNKEYED = "unkeyed";

const textOf = ({ authorityUscc, docNo, code }: RecordIdentity): string => [authorityUscc, docNo, code].join("\n");

const unkeyedHash = (table: RecordTable, text: string): string =>
  `${UNKEYED}:${PREFIX[table]}-${createHash("sha256").update(text).digest("hex").slice(0, 20)}`;

/** The record as it is known, and as it was known while numbers kept brackets of either width and other forms. */
const spellings = (identity: RecordIdentity): RecordIdentity[] => {
  const narrow = identity.docNo.replaceAll("（", "(").replaceAll("）", ")");
  const wide = identity.docNo.replaceAll("(", "（").replaceAll(")", "）");
  return [...new Set([identity.docNo, wide, narrow, identity.formerDocNo ?? identity.docNo])].map((docNo) => ({
    ...identity,
    docNo,
  }));
};

/** Hash of the record under the current key, and under all others, in former spellings and with the exporting system of a record that is known by it. */
export const hashesOf = (
  keys: RecordKeys,
  table: RecordTable,
  identity: RecordIdentity,
  formerSources: readonly string[],
): { current: string; older: readonly string[] } => {
  const allOf = (text: string): string[] => {
    const naturalKey = `${table}\n${text}`;
    return [keys.hash(naturalKey), ...keys.olderHashes(naturalKey)];
  };
  const [current, ...others] = spellings(identity).flatMap((spelling) => {
    const text = textOf(spelling);
    const former = formerSources.map((source) => `${source}\n${text}`);
    return [...allOf(text), ...former.flatMap((known) => [...allOf(known), unkeyedHash(table, known)])];
  });
  return { current: current!, older: others };
};

/** Exporting systems by which records are still known, each once: those that were loaded while it was part of what a record is found by. */
const findFormerSources = async (trx: Knex): Promise<string[]> =>
  (await trx("record_keys").distinct("source").whereNotNull("source").pluck("source")) as string[];

/** Refuses to go on without a key that records were hashed with: they would all be taken for new ones. Throws ImportRefused. */
const checkKeys = async (trx: Knex, keys: RecordKeys): Promise<void> => {
  // A loose scan of the index: one step for each key. ";" follows ":" in the order of the column.
  const { rows } = await trx.raw<{ rows: { name: string }[] }>(
    `with recursive used(name) as (
       (select split_part(natural_key, ':', 1) from record_keys order by natural_key limit 1)
       union all
       select (select split_part(natural_key, ':', 1) from record_keys where natural_key > used.name || ';' order by natural_key limit 1)
       from used where used.name is not null)
     select name from used where name is not null`,
  );
  const missing = rows.map(({ name }) => name).filter((name) => name !== UNKEYED && !keys.names.includes(name));
  if (missing.length > 0)
    throw new ImportRefused(
      `Records are found by the key ${missing.join(", ")}, which is not given: give it behind the current one in GOVGRAPH_RECORD_KEYS. Nothing was loaded.`,
    );
};

/**
 * Writes the current hash in the place of older ones, those that are there; returns how many. Of several records that were one number
 * in two spellings, or of two exporting systems, the first keeps it; the others stay as they are, under their own hashes.
 */
export const renameKeys = async (
  db: Knex,
  pairs: readonly (readonly [older: string, current: string])[],
): Promise<number> => {
  // Locked in one order everywhere, so that two imports do not wait for each other.
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `with held as (select k.natural_key as older, given.current
           from record_keys k join unnest(?::text[], ?::text[]) as given(older, current) on given.older = k.natural_key
           where not exists (select 1 from record_keys other where other.natural_key = given.current)
           order by k.natural_key for update of k),
       one as (select distinct on (current) older, current from held order by current, older)
     update record_keys set natural_key = one.current, source = null from one where natural_key = one.older`,
    [pairs.map(([older]) => older), pairs.map(([, current]) => current)],
  );
  return rowCount;
};

/**
 * Ids of the records, in order: those known, under whichever key, and new ones for the rest. What an older key found is hashed
 * with the current one. A second import of the same records waits for this one and gets the same ids.
 */
export const findOrMintIds = async (
  trx: Knex.Transaction,
  table: RecordTable,
  identities: readonly RecordIdentity[],
  keys: RecordKeys,
): Promise<string[]> => {
  await checkKeys(trx, keys);
  const formerSources = await findFormerSources(trx);
  const hashes = identities.map((identity) => hashesOf(keys, table, identity, formerSources));
  await renameKeys(
    trx,
    hashes.flatMap(({ current, older }) => older.map((hash) => [hash, current] as const)),
  );
  const wanted = new Map(hashes.map(({ current }, index) => [current, identities[index]!]));
  const known = new Map<string, string>();
  const read = async (rows: Promise<{ natural_key: string; record_id: string }[]>): Promise<void> => {
    for (const { natural_key, record_id } of await rows) known.set(natural_key, record_id);
  };
  await read(
    trx("record_keys")
      .select("natural_key", "record_id")
      .whereIn("natural_key", [...wanted.keys()]),
  );
  const fresh = [...wanted].filter(([hash]) => !known.has(hash)).sort(([a], [b]) => (a < b ? -1 : 1));
  if (fresh.length > 0) {
    const rows = fresh.map(([natural_key, { code }]) => ({
      natural_key,
      record_id: mintRecordId(PREFIX[table]),
      code,
    }));
    // Changes nothing in a row that another import has written meanwhile, but returns it.
    await read(
      trx("record_keys")
        .insert(rows)
        .onConflict("natural_key")
        .merge(["natural_key"])
        .returning(["natural_key", "record_id"]) as unknown as Promise<{ natural_key: string; record_id: string }[]>,
    );
  }
  return hashes.map(({ current }) => known.get(current)!);
};

/** Ids of the records that are known, under whichever key, in order; undefined for the rest, and nothing is minted. */
export const findIds = async (
  trx: Knex,
  table: RecordTable,
  identities: readonly RecordIdentity[],
  keys: RecordKeys,
): Promise<(string | undefined)[]> => {
  await checkKeys(trx, keys);
  const formerSources = await findFormerSources(trx);
  const hashes = identities.map((identity) => {
    const { current, older } = hashesOf(keys, table, identity, formerSources);
    return [current, ...older];
  });
  const rows = (await trx("record_keys").select("natural_key", "record_id").whereIn("natural_key", hashes.flat())) as {
    natural_key: string;
    record_id: string;
  }[];
  const known = new Map(rows.map(({ natural_key, record_id }) => [natural_key, record_id]));
  return hashes.map((own) => own.map((hash) => known.get(hash)).find((id) => id !== undefined));
};
