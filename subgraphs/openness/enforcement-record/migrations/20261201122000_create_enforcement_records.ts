/** Records of inspections and coercive measures. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createEnforcementRecords: Migration = {
  name: "20261201122000_create_enforcement_records",
  async up(knex) {
    await knex.raw(`create table enforcement_records (
      doc_no text collate "C" primary key,
      kind text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      object_id text collate "C",
      content text not null,
      result text not null,
      basis_ids text[] not null default '{}',
      certificate_numbers text[] not null,
      video_logged boolean not null,
      done_on date not null,
      published_on date check (published_on >= done_on),
      public_until date,
      check ((public_until is null) = (published_on is null)))`);
    await knex.raw("create index on enforcement_records (organ_id, done_on desc, doc_no)");
    await knex.raw("create index on enforcement_records (object_id, done_on desc, doc_no)");
    await knex.raw("create index on enforcement_records (done_on desc, doc_no)");
  },
  async down(knex) {
    await knex.raw("drop table enforcement_records");
  },
};
