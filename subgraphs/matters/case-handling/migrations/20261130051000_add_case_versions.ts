/** Versions of cases, which every write counts up, and the numbers of new ones. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Cases that exist are of version 1. */
export const addCaseVersions: Migration = {
  name: "20261130051000_add_case_versions",
  async up(knex) {
    await knex.raw("alter table service_cases add version integer not null default 1");
    await knex.raw("create sequence case_numbers minvalue 1 maxvalue 999999 cycle");
  },
  async down(knex) {
    await knex.raw("drop sequence case_numbers");
    await knex.raw("alter table service_cases drop version");
  },
};
