/** Notices of regulators, by area and by the enterprise that they are about. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createRegulatoryNotices: Migration = {
  name: "20261201123000_create_regulatory_notices",
  async up(knex) {
    await knex.raw(`create table regulatory_notices (
      id text collate "C" primary key,
      area text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      about_id text collate "C",
      about_uscc text collate "C",
      title text not null,
      body text not null,
      issued_on date not null,
      published_on date check (published_on >= issued_on))`);
    await knex.raw("create index on regulatory_notices (issued_on desc, id)");
    await knex.raw("create index on regulatory_notices (area, issued_on desc, id)");
    await knex.raw("create index on regulatory_notices (about_id, issued_on desc, id)");
    await knex.raw("create index on regulatory_notices (about_uscc, issued_on desc, id)");
  },
  async down(knex) {
    await knex.raw("drop table regulatory_notices");
  },
};
