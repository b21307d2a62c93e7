/** Ids of imported records are minted, no longer made of what the records hold: until now whoever guessed a record could make its id. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

/** Gives imported records new ids, everywhere, and keeps the hash of the old one to find them at their next import. */
const mintIds = async (knex: Knex, table: "licences" | "penalties", prefix: "XK" | "CF"): Promise<void> => {
  await knex.raw(
    `create temporary table minted on commit drop as
       select r.id as old_id, ? || '-' || replace(gen_random_uuid()::text, '-', '') as new_id, ? || '-' || right(r.id, 20) as hash,
         -- What was filed as the code: the one with which the old id can be made.
         substring(r.id from 4 for length(r.id) - 24) as source, (
           select code from unnest(array[r.counterparty_uscc, substring(r.counterparty_id from '^CN-ORG-(.*)$'), 'person']) as code
           where left(encode(sha256(convert_to(concat_ws(e'\\n', substring(r.id from 4 for length(r.id) - 24), r.authority_uscc, r.doc_no, code), 'UTF8')), 'hex'), 20)
             = right(r.id, 20) limit 1) as code
       from ?? r where r.content_hash is not null and r.id ~ ?`,
    [prefix, prefix, table, `^${prefix}-[A-Za-z0-9_-]{1,32}-[0-9a-f]{20}$`],
  );
  await knex.raw("update ?? r set id = minted.new_id from minted where r.id = minted.old_id", [table]);
  for (const link of ["objections", "repair_cases"])
    await knex.raw("update ?? l set record_id = minted.new_id from minted where l.record_id = minted.old_id", [link]);
  await knex.raw(
    "insert into record_keys (natural_key, record_id, source, code) select 'unkeyed:' || hash, new_id, source, code from minted",
  );
  await knex.raw("drop table minted");
};

/** Creates the keys and mints the ids. Taken back, the ids stay and records are found by nothing. */
export const mintRecordIds: Migration = {
  name: "20261128100000_mint_record_ids",
  async up(knex) {
    // Compared byte by byte: the names of the keys in use are read from the order.
    await knex.raw(`create table record_keys (
      natural_key text collate "C" primary key, record_id text not null unique, source text not null, code text)`);
    await mintIds(knex, "licences", "XK");
    await mintIds(knex, "penalties", "CF");
  },
  async down(knex) {
    await knex.schema.dropTable("record_keys");
  },
};
