/** Decisions by which somebody answers for what was not done. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createAccountabilityDecisions: Migration = {
  name: "20261202150200_create_accountability_decisions",
  async up(knex) {
    await knex.raw(`create table accountability_decisions (
      id text collate "C" primary key,
      finding_id text collate "C" references inspection_findings (id) on delete set null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      fact text not null,
      decision text not null,
      decided_on date not null,
      persons text[] not null,
      published_on date check (published_on >= decided_on))`);
    await knex.raw("create index on accountability_decisions (finding_id, decided_on, id)");
    await knex.raw("create index on accountability_decisions (decided_on desc, id desc)");
    await knex.raw("create index on accountability_decisions (division_code, decided_on desc, id desc)");
  },
  async down(knex) {
    await knex.raw("drop table accountability_decisions");
  },
};
