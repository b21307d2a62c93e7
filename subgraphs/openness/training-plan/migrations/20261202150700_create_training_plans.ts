/** Plans of training on openness, with sessions and who took part. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. Who took part is a number of an office: no person stands in it. */
export const createTrainingPlans: Migration = {
  name: "20261202150700_create_training_plans",
  async up(knex) {
    await knex.raw(`create table training_plans (
      id text collate "C" primary key,
      year integer not null,
      title text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      published_on date)`);
    await knex.raw("create index on training_plans (year desc, id desc)");
    await knex.raw(`create table training_sessions (
      plan_id text collate "C" not null references training_plans (id) on delete cascade,
      position integer not null check (position >= 1),
      topic text not null,
      held_on date not null,
      hours integer not null check (hours > 0),
      primary key (plan_id, position))`);
    await knex.raw(`create table training_attendances (
      plan_id text collate "C" not null,
      position integer not null,
      agency_id text collate "C" not null,
      staff_no integer not null check (staff_no >= 1),
      primary key (plan_id, position, agency_id, staff_no),
      foreign key (plan_id, position) references training_sessions (plan_id, position) on delete cascade)`);
  },
  async down(knex) {
    await knex.raw("drop table training_attendances, training_sessions, training_plans");
  },
};
