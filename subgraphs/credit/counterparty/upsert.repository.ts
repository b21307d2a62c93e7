/** SQL of imported records: new ones are inserted, changed ones become the next version, equal ones are left alone. */
import type { Knex } from "knex";
import { jsonRecordsOf, type Columns, type NewOf, type Table } from "../../../platform/database/index.js";
import { extended, ImportRefused, type RecordKeys, type WriteResult } from "../../../platform/import/index.js";
import type { RecordItem } from "./counterparty.import.js";
import { identityOf } from "./counterparty.resolution.js";
import { findIds, findOrMintIds, type RecordIdentity, type RecordTable } from "./record-keys.repository.js";

/** A record to write. */
export interface ImportedRecord<C extends Columns> {
  readonly identity: RecordIdentity;
  readonly columns: Partial<NewOf<Table<C>>>;
}

const keysOf = (keys: RecordKeys | undefined): RecordKeys => {
  if (keys === undefined)
    throw new ImportRefused("Records are found again by a keyed hash: set GOVGRAPH_RECORD_KEYS. Nothing was loaded.");
  return keys;
};

/**
 * Writes rows that have the same columns. What happened to a record since (repair, withdrawal) is no column of an export and stays.
 * Throws ImportRefused without keys.
 */
export const upsertRecords = async <C extends Columns>(
  trx: Knex.Transaction,
  { name: table, declared }: Table<C> & { readonly name: RecordTable },
  records: readonly ImportedRecord<C>[],
  keys: RecordKeys | undefined,
): Promise<WriteResult> => {
  const ids = await findOrMintIds(
    trx,
    table,
    records.map(({ identity }) => identity),
    keysOf(keys),
  );
  // One row per record: the last of equal rows of a file.
  const unique = [...new Map(records.map(({ columns }, index) => [ids[index]!, columns])).entries()];
  const given = Object.keys(unique[0]?.[1] ?? {});
  const source = jsonRecordsOf(declared, ["id", ...given]);
  const merged = given.map((key) => declared[key]!.name).filter((name) => name !== "published_on");
  const { rows: written } = (await trx.raw(
    `insert into ${table} (${source.names.join(", ")})
     select ${source.names.join(", ")} from jsonb_to_recordset(?::jsonb) as r(${source.definition})
     on conflict (id) do update set ${merged.map((name) => `${name} = excluded.${name}`).join(", ")},
       -- A record once published stays so from its first day; one that is not to be published has no such day.
       published_on = case when excluded.published_on is null then null
         when excluded.publication_day_known and not ${table}.publication_day_known then excluded.published_on
         else least(${table}.published_on, excluded.published_on) end,
       version = ${table}.version + 1
     where ${table}.content_hash is distinct from excluded.content_hash or ${table}.sealed_by is not null
     returning id`,
    [JSON.stringify(unique.map(([id, columns]) => source.toRow(extended(columns, { id }))))],
  )) as { rows: unknown[] };
  return { accepted: written.length, unchanged: records.length - written.length };
};

/** Seals what earlier imports loaded of these; what they did not load is nowhere. Throws ImportRefused without keys. */
export const sealRecords = async (
  trx: Knex.Transaction,
  table: RecordTable,
  items: readonly RecordItem[],
  keys: RecordKeys | undefined,
): Promise<void> => {
  const ids = await findIds(trx, table, items.map(identityOf), keysOf(keys));
  for (const code of new Set(items.map(({ sealedBy }) => sealedBy!)))
    await trx(table)
      .whereIn(
        "id",
        ids.flatMap((id, index) => (id !== undefined && items[index]!.sealedBy === code ? [id] : [])),
      )
      .whereNull("sealed_by")
      .update({ sealed_by: code, version: trx.raw("version + 1") });
};
