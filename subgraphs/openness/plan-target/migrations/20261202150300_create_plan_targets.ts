/** Targets of plans. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createPlanTargets: Migration = {
  name: "20261202150300_create_plan_targets",
  async up(knex) {
    await knex.raw(`create table plan_targets (
      id text collate "C" primary key,
      kind text not null,
      plan_title text not null,
      indicator text not null,
      unit text not null,
      from_year integer not null,
      to_year integer not null check (to_year >= from_year),
      baseline numeric not null,
      target numeric not null,
      actual numeric check ((actual is null) = (actual_on is null)),
      actual_on date,
      assessed_on date check (assessed_on >= actual_on),
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      published_on date)`);
    await knex.raw("create index on plan_targets (division_code, id)");
  },
  async down(knex) {
    await knex.raw("drop table plan_targets");
  },
};
