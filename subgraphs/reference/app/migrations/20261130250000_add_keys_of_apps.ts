/** Public keys of registered apps. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the column. */
export const addKeysOfApps: Migration = {
  name: "20261130250000_add_keys_of_apps",
  async up(knex) {
    await knex.raw("alter table apps add keys text[] not null default '{}'");
  },
  async down(knex) {
    await knex.raw("alter table apps drop keys");
  },
};
