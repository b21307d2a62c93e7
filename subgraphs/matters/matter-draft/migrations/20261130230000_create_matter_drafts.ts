/** Drafts of matters' next versions, and what became of them. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the table. */
export const createMatterDrafts: Migration = {
  name: "20261130230000_create_matter_drafts",
  async up(knex) {
    await knex.raw(`create table matter_drafts (
      id text collate "C" primary key,
      matter_id text not null references service_matters (id) on delete cascade,
      base_version integer not null,
      dept_uscc text not null,
      division_code text collate "C" not null,
      state text not null,
      authors text[] not null,
      drafted_on date not null,
      published_on date,
      published_version integer,
      task_name text not null,
      task_state text not null,
      serves text[] not null,
      handling_type text,
      visits integer,
      is_fee boolean,
      is_online boolean,
      themes text[] not null,
      content jsonb not null)`);
    await countVersions(knex, "matter_drafts");
    await knex.raw(
      "create unique index matter_drafts_open on matter_drafts (matter_id) where state not in ('PUBLISHED', 'WITHDRAWN')",
    );
    await knex.raw("create index on matter_drafts (matter_id, drafted_on desc, id)");
    await knex.raw("create index on matter_drafts (dept_uscc, drafted_on desc, id)");
    await knex.raw("create index on matter_drafts (division_code text_pattern_ops)");
  },
  async down(knex) {
    await knex.raw("drop table matter_drafts");
  },
};
