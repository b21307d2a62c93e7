/** Tasks by which documents are carried out, with their steps. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. A task may be of a document that is not loaded here. */
export const createImplementationTasks: Migration = {
  name: "20261202150000_create_implementation_tasks",
  async up(knex) {
    await knex.raw(`create table implementation_tasks (
      id text collate "C" primary key,
      index_no text collate "C" not null,
      measure text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      joint_unit_ids text[] not null,
      coordinator_id text,
      supervision text,
      issued_on date not null,
      due_on date not null check (due_on >= issued_on),
      done_on date check (done_on >= issued_on),
      verified_on date check (verified_on >= done_on),
      published_on date)`);
    await knex.raw("create index on implementation_tasks (index_no, due_on, id)");
    await knex.raw("create index on implementation_tasks (due_on, id)");
    await knex.raw("create index on implementation_tasks (division_code, due_on, id)");
    await knex.raw(`create table task_steps (
      task_id text collate "C" not null references implementation_tasks (id) on delete cascade,
      position integer not null check (position >= 1),
      name text not null,
      weight integer not null check (weight between 1 and 100),
      due_on date not null,
      done_on date,
      note text,
      evidence_title text,
      evidence_index_no text,
      primary key (task_id, position))`);
  },
  async down(knex) {
    await knex.raw("drop table task_steps, implementation_tasks");
  },
};
