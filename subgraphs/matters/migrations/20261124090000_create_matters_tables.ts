/** Catalogue items, service matters and their versions. */
import type { Migration } from "../../../platform/database/index.js";

/** First tables of the matters schema. */
export const createMattersTables: Migration = {
  name: "20261124090000_create_matters_tables",
  async up(knex) {
    await knex.schema.createTable("catalogue_items", (table) => {
      table.text("catalog_code").primary();
      table.text("task_name").notNullable();
      table.text("task_type").notNullable();
      table.specificType("use_levels", "text[]").notNullable();
      table.integer("version").notNullable();
      table.specificType("legal_basis_ids", "text[]").notNullable();
      table.specificType("search", "tsvector").notNullable();
      table.index(["search"], undefined, "gin");
    });
    await knex.schema.createTable("service_matters", (table) => {
      table.text("id").primary();
      table.text("task_code").unique();
      table.text("task_handle_item").unique();
      table.text("local_task_code");
      table.text("catalog_code");
      table.text("task_name").notNullable();
      table.text("task_type").notNullable();
      table.text("task_state").notNullable();
      table.text("status").notNullable();
      table.integer("version").notNullable();
      table.text("dept_id").notNullable();
      table.text("dept_uscc");
      table.text("division_code").notNullable();
      table.text("use_level");
      table.specificType("server_types", "text[]").notNullable();
      table.text("project_type");
      table.integer("visits");
      table.boolean("is_fee");
      table.boolean("is_online");
      table.specificType("legal_basis_ids", "text[]").notNullable();
      table.jsonb("content").notNullable();
      table.text("content_hash").notNullable();
      table.specificType("search", "tsvector").notNullable();
      table.index(["search"], undefined, "gin");
      table.index(["task_name", "id"]);
      table.index(["dept_id", "task_name", "id"]);
      table.index(["catalog_code", "task_name", "id"]);
    });
    await knex.raw("create index service_matters_division_index on service_matters (division_code text_pattern_ops)");
    await knex.raw(
      "create index service_matters_local_code_index on service_matters (local_task_code text_pattern_ops)",
    );
    await knex.schema.createTable("service_matter_versions", (table) => {
      table.text("matter_id").notNullable().references("id").inTable("service_matters").onDelete("CASCADE");
      table.integer("version").notNullable();
      table.text("task_name").notNullable();
      table.date("valid_from");
      table.date("valid_to");
      table.jsonb("content").notNullable();
      table.primary(["matter_id", "version"]);
    });
  },
  async down(knex) {
    await knex.schema.dropTable("service_matter_versions");
    await knex.schema.dropTable("service_matters");
    await knex.schema.dropTable("catalogue_items");
  },
};
