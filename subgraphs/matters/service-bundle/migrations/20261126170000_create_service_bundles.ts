/** Bundles of matters that one event needs together, and the matters in each. */
import type { Migration } from "../../../../platform/database/index.js";

/** Both tables. */
export const createServiceBundles: Migration = {
  name: "20261126170000_create_service_bundles",
  async up(knex) {
    await knex.schema.createTable("service_bundles", (table) => {
      table.text("code").primary();
      table.text("name").notNullable();
      table.text("theme");
      table.specificType("server_types", "text[]").notNullable();
      table.text("division_code");
      table.specificType("search", "tsvector").notNullable();
      table.index(["search"], undefined, "gin");
      table.index(["name", "code"]);
    });
    await knex.raw(
      "create index service_bundles_division_index on service_bundles (division_code text_pattern_ops, name, code)",
    );
    await knex.schema.createTable("service_bundle_matters", (table) => {
      table.text("bundle_code").notNullable().references("code").inTable("service_bundles").onDelete("CASCADE");
      table.integer("position").notNullable();
      table.text("matter_id").notNullable().references("id").inTable("service_matters").onDelete("CASCADE");
      table.primary(["bundle_code", "position"]);
      table.unique(["matter_id", "bundle_code"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("service_bundle_matters");
    await knex.schema.dropTable("service_bundles");
  },
};
