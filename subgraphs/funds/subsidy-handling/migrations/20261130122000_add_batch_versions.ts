/** Versions of subsidy batches, which every write counts up, and objections to posted rosters. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Batches that exist are of version 1. */
export const addBatchVersions: Migration = {
  name: "20261130122000_add_batch_versions",
  async up(knex) {
    await knex.raw("alter table subsidy_batches add version integer not null default 1");
    await knex.raw(`create table roster_objections (
      objection_no text collate "C" primary key,
      batch_no text not null references subsidy_batches (batch_no) on delete cascade,
      subject text not null,
      agency_uscc text not null,
      division_code text not null,
      content text not null,
      answer text,
      filed_on date not null,
      state text not null,
      version integer not null default 1)`);
    await knex.raw("create index on roster_objections (batch_no)");
  },
  async down(knex) {
    await knex.raw("drop table roster_objections");
    await knex.raw("alter table subsidy_batches drop version");
  },
};
