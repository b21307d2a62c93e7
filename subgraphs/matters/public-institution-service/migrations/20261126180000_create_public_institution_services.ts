/** What public enterprises and institutions offer: water, buses, schools, hospitals and the like. */
import type { Migration } from "../../../../platform/database/index.js";

/** The table. */
export const createPublicInstitutionServices: Migration = {
  name: "20261126180000_create_public_institution_services",
  async up(knex) {
    await knex.schema.createTable("public_institution_services", (table) => {
      table.text("id").primary();
      table.text("institution_id").notNullable();
      table.text("competent_dept_id");
      table.text("division_code").notNullable();
      table.text("sector").notNullable();
      table.text("service_name").notNullable();
      table.bigInteger("price_fen");
      table.jsonb("content").notNullable();
      table.specificType("search", "tsvector").notNullable();
      table.index(["search"], undefined, "gin");
      table.index(["service_name", "id"]);
      table.index(["institution_id", "service_name", "id"]);
    });
    await knex.raw(
      "create index public_institution_services_division_index on public_institution_services (division_code text_pattern_ops)",
    );
  },
  async down(knex) {
    await knex.schema.dropTable("public_institution_services");
  },
};
