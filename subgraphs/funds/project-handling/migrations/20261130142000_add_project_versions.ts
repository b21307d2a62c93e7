/** Versions of projects, which every write counts up. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Projects that exist are of version 1. */
export const addProjectVersions: Migration = {
  name: "20261130142000_add_project_versions",
  async up(knex) {
    await knex.raw("alter table fund_projects add version integer not null default 1");
  },
  async down(knex) {
    await knex.raw("alter table fund_projects drop version");
  },
};
