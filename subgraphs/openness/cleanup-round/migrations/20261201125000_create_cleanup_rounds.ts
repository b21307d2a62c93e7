/** Rounds of clean-up, and what they decided of each document. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createCleanupRounds: Migration = {
  name: "20261201125000_create_cleanup_rounds",
  async up(knex) {
    await knex.raw(`create table cleanup_rounds (
      id text collate "C" primary key,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      title text not null,
      scope text not null,
      started_on date not null,
      decided_on date check (decided_on >= started_on),
      published_on date check (published_on >= decided_on),
      check (published_on is null or decided_on is not null))`);
    await knex.raw("create index on cleanup_rounds (started_on desc, id)");
    await knex.raw(`create table cleanup_outcomes (
      round_id text collate "C" not null references cleanup_rounds (id) on delete cascade,
      index_no text collate "C" not null,
      kind text not null,
      title text not null,
      document_no text,
      reason text,
      primary key (round_id, index_no))`);
    await knex.raw("create index on cleanup_outcomes (index_no)");
  },
  async down(knex) {
    await knex.raw("drop table cleanup_outcomes, cleanup_rounds");
  },
};
