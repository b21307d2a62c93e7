/** Which unit handed a record in (数据来源单位, XK_LYDW, CF_LYDW). */
import type { Migration } from "../../../platform/database/index.js";

/** Adds the columns. */
export const addSourceUnits: Migration = {
  name: "20261126150100_add_source_units",
  async up(knex) {
    await knex.schema.alterTable("licences", (table) => table.text("source_unit"));
    await knex.schema.alterTable("penalties", (table) => table.text("source_unit"));
  },
  async down(knex) {
    await knex.schema.alterTable("penalties", (table) => table.dropColumn("source_unit"));
    await knex.schema.alterTable("licences", (table) => table.dropColumn("source_unit"));
  },
};
