/** Versions of cases, which every write counts up. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Cases that exist are of version 1. */
export const addCaseVersions: Migration = {
  name: "20261130051000_add_case_versions",
  async up(knex) {
    await knex.raw("alter table service_cases add version integer not null default 1");
  },
  async down(knex) {
    await knex.raw("alter table service_cases drop version");
  },
};
