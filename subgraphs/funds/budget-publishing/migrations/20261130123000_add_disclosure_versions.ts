/** Versions of budgets and final accounts, which every write counts up. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. Those that exist are of version 1. */
export const addDisclosureVersions: Migration = {
  name: "20261130123000_add_disclosure_versions",
  async up(knex) {
    await knex.raw("alter table budget_disclosures add version integer not null default 1");
  },
  async down(knex) {
    await knex.raw("alter table budget_disclosures drop version");
  },
};
