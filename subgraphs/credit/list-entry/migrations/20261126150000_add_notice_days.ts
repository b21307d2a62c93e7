/** Days on which those concerned were told: before they are listed, and with a penalty how it may be repaired. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the columns. */
export const addNoticeDays: Migration = {
  name: "20261126150000_add_notice_days",
  async up(knex) {
    await knex.schema.alterTable("list_entries", (table) => table.date("notice_on"));
    await knex.raw("alter table list_entries add constraint list_entries_notice check (notice_on < listed_on)");
    await knex.schema.alterTable("penalties", (table) => table.date("repair_notice_on"));
  },
  async down(knex) {
    await knex.schema.alterTable("penalties", (table) => table.dropColumn("repair_notice_on"));
    await knex.schema.alterTable("list_entries", (table) => table.dropColumn("notice_on"));
  },
};
