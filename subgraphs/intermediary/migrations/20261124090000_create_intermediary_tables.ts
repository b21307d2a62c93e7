/** Intermediary services, the matters that require them, agencies and their finished engagements. */
import type { Migration } from "../../../platform/database/index.js";

/** First tables of the intermediary schema. */
export const createIntermediaryTables: Migration = {
  name: "20261124090000_create_intermediary_tables",
  async up(knex) {
    await knex.schema.createTable("intermediary_services", (table) => {
      table.text("code").primary();
      table.text("name").notNullable();
      table.integer("time_limit_days");
      table.text("fee_nature").notNullable();
      table.text("fee_basis");
      table.text("fee_standard");
      table.text("commissioned_by").notNullable();
      table.text("result_name");
      table.specificType("qualification", "text[]").notNullable();
      table.boolean("applicant_may_do_itself").notNullable();
      table.text("list_state").notNullable();
      table.integer("version").notNullable();
      table.date("effective_from");
      table.date("effective_to");
      table.text("approval_dept_id");
      // Without a law, a service may not be listed (国办发〔2015〕31号).
      table.specificType("legal_basis_ids", "text[]").notNullable();
      table.check("cardinality(legal_basis_ids) > 0", {}, "legal_basis_required");
      table.specificType("search", "tsvector").notNullable();
      table.index(["search"], undefined, "gin");
    });
    await knex.schema.createTable("service_matter_links", (table) => {
      table.text("matter_id").notNullable();
      table.text("service_code").notNullable().references("code").inTable("intermediary_services").onDelete("CASCADE");
      table.primary(["matter_id", "service_code"]);
      table.index(["service_code", "matter_id"]);
    });
    await knex.schema.createTable("agencies", (table) => {
      table.text("organization_id").primary();
      table.text("uscc").unique();
      table.text("name").notNullable();
      table.text("division_code").notNullable();
      table.text("entry_state").notNullable();
      table.jsonb("qualifications").notNullable();
      table.specificType("related_approval_depts", "text[]").notNullable();
    });
    await knex.schema.createTable("agency_services", (table) => {
      table.text("service_code").notNullable().references("code").inTable("intermediary_services").onDelete("CASCADE");
      table.text("agency_id").notNullable().references("organization_id").inTable("agencies").onDelete("CASCADE");
      table.primary(["service_code", "agency_id"]);
    });
    await knex.schema.createTable("engagements", (table) => {
      table.increments("id");
      table
        .text("agency_id")
        .notNullable()
        .references("organization_id")
        .inTable("agencies")
        .onDelete("CASCADE")
        .index();
      table.text("service_code").notNullable();
      table.integer("working_days").notNullable();
      table.integer("promised_days").notNullable();
      table.bigInteger("price_fen").notNullable();
      table.date("completed_on").notNullable();
    });
  },
  async down(knex) {
    for (const table of [
      "engagements",
      "agency_services",
      "agencies",
      "service_matter_links",
      "intermediary_services",
    ]) {
      await knex.schema.dropTable(table);
    }
  },
};
