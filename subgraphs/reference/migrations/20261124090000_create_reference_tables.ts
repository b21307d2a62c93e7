/** Divisions, organisations and legal bases. */
import type { Migration } from "../../../platform/database/index.js";

/** First tables of the reference schema. */
export const createReferenceTables: Migration = {
  name: "20261124090000_create_reference_tables",
  async up(knex) {
    await knex.schema.createTable("divisions", (table) => {
      table.text("code").primary();
      table.text("name").notNullable();
      table.text("level").notNullable();
      table.text("kind");
      table.text("parent_code").index();
      table.date("valid_from");
      table.date("valid_to");
      table.text("replaced_by_code");
    });
    await knex.raw("create index divisions_name_index on divisions using gin (name gin_trgm_ops)");
    await knex.schema.createTable("organizations", (table) => {
      table.text("id").primary();
      table.text("uscc").unique();
      table.text("name").notNullable();
      table.text("short_name");
      table.jsonb("former_names").notNullable().defaultTo("[]");
      table.text("kind").notNullable();
      table.jsonb("identifiers").notNullable().defaultTo("[]");
      table.text("status").notNullable();
      table.text("legal_rep_name");
      table.text("contact");
      table.text("division_code");
      table.text("registered_at_code");
      table.text("parent_id");
      table.specificType("search", "tsvector").notNullable();
      table.index(["name", "id"]);
    });
    await knex.raw("create index organizations_search_index on organizations using gin (search)");
    await knex.raw("create index organizations_division_index on organizations (division_code text_pattern_ops)");
    await knex.raw("create index organizations_uscc_prefix_index on organizations (uscc text_pattern_ops)");
    await knex.schema.createTable("organization_identifiers", (table) => {
      table.text("scheme").notNullable();
      table.text("value").notNullable();
      table.text("organization_id").notNullable().references("id").inTable("organizations").onDelete("CASCADE").index();
      table.primary(["scheme", "value"]);
    });
    await knex.schema.createTable("legal_bases", (table) => {
      table.text("id").primary();
      table.text("law_name").notNullable();
      table.text("doc_no");
      table.text("article_no");
      table.text("text");
      table.date("effective_from");
      table.date("effective_to");
    });
  },
  async down(knex) {
    await knex.schema.dropTable("legal_bases");
    await knex.schema.dropTable("organization_identifiers");
    await knex.schema.dropTable("organizations");
    await knex.schema.dropTable("divisions");
  },
};
