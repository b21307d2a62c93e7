/** Findings of inspection and audit. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createInspectionFindings: Migration = {
  name: "20261202150100_create_inspection_findings",
  async up(knex) {
    await knex.raw(`create table inspection_findings (
      id text collate "C" primary key,
      source text not null,
      task_id text collate "C" references implementation_tasks (id) on delete set null,
      problem text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      found_on date not null,
      due_on date not null check (due_on >= found_on),
      begun_on date check (begun_on >= found_on),
      measures text check ((measures is null) = (begun_on is null)),
      rectified_on date check (rectified_on >= begun_on),
      verified_on date check (verified_on >= rectified_on),
      result_published_on date check (result_published_on >= verified_on),
      published_on date check (published_on >= found_on))`);
    await knex.raw("create index on inspection_findings (task_id, found_on, id)");
    await knex.raw("create index on inspection_findings (found_on desc, id desc)");
    await knex.raw("create index on inspection_findings (division_code, found_on desc, id desc)");
  },
  async down(knex) {
    await knex.raw("drop table inspection_findings");
  },
};
