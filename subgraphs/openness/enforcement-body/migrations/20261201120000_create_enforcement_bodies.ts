/** What bodies publish of their enforcement, and certificates of their staff. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createEnforcementBodies: Migration = {
  name: "20261201120000_create_enforcement_bodies",
  async up(knex) {
    await knex.raw(`create table enforcement_bodies (
      organ_id text collate "C" primary key,
      organ_uscc text not null,
      division_code text collate "C" not null,
      duties text[] not null,
      procedure text[] not null,
      remedy text not null,
      hotline text not null,
      basis_ids text[] not null default '{}',
      benchmarks_of text collate "C")`);
    await knex.raw(`create table staff_certificates (
      number text collate "C" primary key,
      organ_id text collate "C" not null references enforcement_bodies (organ_id) on delete cascade,
      organ_uscc text not null,
      division_code text collate "C" not null,
      organ_name text not null,
      holder_name text not null,
      valid_from date not null,
      valid_until date not null check (valid_until >= valid_from),
      revoked_on date check (revoked_on >= valid_from))`);
    await knex.raw("create index on staff_certificates (organ_id, number)");
  },
  async down(knex) {
    await knex.raw("drop table staff_certificates, enforcement_bodies");
  },
};
