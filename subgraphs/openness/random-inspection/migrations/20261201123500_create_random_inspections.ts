/** Random inspections, and the enterprises drawn for them. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createRandomInspections: Migration = {
  name: "20261201123500_create_random_inspections",
  async up(knex) {
    await knex.raw(`create table random_inspections (
      no text collate "C" primary key,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      title text not null,
      area text not null,
      items text[] not null,
      planned_from date not null,
      planned_to date not null check (planned_to >= planned_from),
      published_on date,
      candidate_ids text[] not null check (cardinality(candidate_ids) <= 1000),
      object_count integer not null check (object_count between 1 and 200 and object_count <= cardinality(candidate_ids)),
      inspector_numbers text[] not null check (cardinality(inspector_numbers) <= 1000),
      inspectors_each integer not null check (inspectors_each between 2 and 10 and inspectors_each <= cardinality(inspector_numbers)),
      source_name text not null,
      source_reference text not null,
      source_value text,
      drawn_on date check (drawn_on > published_on),
      results_on date check (results_on >= drawn_on),
      check ((source_value is null) = (drawn_on is null)),
      check (results_on is null or drawn_on is not null))`);
    await knex.raw("create index on random_inspections (planned_from desc, no)");
    await knex.raw(`create table inspected_objects (
      inspection_no text collate "C" not null references random_inspections (no) on delete cascade,
      position integer not null check (position > 0),
      object_id text collate "C" not null,
      inspectors text[] not null,
      result text,
      inspected_on date,
      primary key (inspection_no, position),
      unique (inspection_no, object_id),
      check ((result is null) = (inspected_on is null)))`);
  },
  async down(knex) {
    await knex.raw("drop table inspected_objects, random_inspections");
  },
};
