/** Themes of matters, and indexes by which matters are found by theme and by the licences that they ask for. */
import type { Migration } from "../../../platform/database/index.js";

/** Adds the column and both indexes. */
export const addThemes: Migration = {
  name: "20261126150000_add_themes",
  async up(knex) {
    await knex.schema.alterTable("service_matters", (table) => {
      table.specificType("themes", "text[]").notNullable().defaultTo("{}");
      table.index(["themes"], undefined, "gin");
    });
    await knex.raw(
      "create index service_matters_materials_index on service_matters using gin ((content->'materials') jsonb_path_ops)",
    );
  },
  async down(knex) {
    await knex.raw("drop index service_matters_materials_index");
    await knex.schema.alterTable("service_matters", (table) => table.dropColumn("themes"));
  },
};
