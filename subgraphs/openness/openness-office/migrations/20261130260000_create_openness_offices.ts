/** Offices that take requests for information. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createOpennessOffices: Migration = {
  name: "20261130260000_create_openness_offices",
  async up(knex) {
    await knex.raw(`create table openness_offices (
      agency_id text collate "C" primary key,
      agency_uscc text not null,
      division_code text collate "C" not null,
      name text not null,
      address text not null,
      phone text not null)`);
  },
  async down(knex) {
    await knex.raw("drop table openness_offices");
  },
};
