/** Registered apps. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the table. */
export const createApps: Migration = {
  name: "20261130241000_create_apps",
  async up(knex) {
    await knex.raw(`create table apps (
      client_id text collate "C" primary key,
      name text not null,
      purpose text not null,
      owner_uscc text not null,
      agency_uscc text not null,
      division_code text collate "C" not null,
      contact_name text not null,
      contact_email text not null,
      redirect_uris text[] not null,
      scopes text[] not null,
      state text not null,
      requested_on date not null,
      approved_on date,
      points_a_minute integer,
      points_a_day integer,
      agreement text,
      reasons text,
      constraint apps_quota check ((points_a_minute is null) = (points_a_day is null) and (approved_on is null) = (points_a_day is null)))`);
    await countVersions(knex, "apps");
    await knex.raw("create index on apps (requested_on desc, client_id)");
    await knex.raw("create index on apps (owner_uscc)");
    await knex.raw("create index on apps (agency_uscc)");
  },
  async down(knex) {
    await knex.raw("drop table apps");
  },
};
