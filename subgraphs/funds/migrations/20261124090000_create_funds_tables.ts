/** Policies, indicators and the allocations that decide where the money of an indicator goes. */
import type { Migration } from "../../../platform/database/index.js";

/** First tables of the funds schema. */
export const createFundsTables: Migration = {
  name: "20261124090000_create_funds_tables",
  async up(knex) {
    await knex.schema.createTable("fund_policies", (table) => {
      table.text("policy_code").primary();
      table.text("name").notNullable();
      table.text("kind").notNullable();
      table.jsonb("standard").notNullable().defaultTo("[]");
      table.jsonb("source_shares").notNullable().defaultTo("[]");
      table.text("competent_dept_id");
      table.date("valid_from").notNullable();
      table.date("valid_to");
      table.text("pay_cycle");
      table.text("eligibility");
      table.specificType("search", "tsvector").notNullable();
    });
    await knex.raw("create index fund_policies_search_index on fund_policies using gin (search)");
    await knex.schema.createTable("policy_matters", (table) => {
      table.text("policy_code").notNullable().references("policy_code").inTable("fund_policies").onDelete("CASCADE");
      table.text("matter_id").notNullable().index();
      table.text("division_code").notNullable();
      table.primary(["policy_code", "matter_id"]);
    });
    await knex.schema.createTable("indicators", (table) => {
      table.text("indicator_no").primary();
      table.integer("fiscal_year").notNullable();
      table.text("fund_name").notNullable();
      table.text("policy_code").references("policy_code").inTable("fund_policies");
      table.text("book").notNullable();
      table.text("transfer_type");
      table.text("direct").notNullable();
      table.text("function_code").notNullable();
      table.text("gov_econ_code");
      table.text("dept_econ_code");
      table.text("source_level").notNullable();
      table.text("upstream_no").references("indicator_no").inTable("indicators").index();
      table.bigInteger("amount_fen").notNullable();
      table.date("issued_on").notNullable();
      table.date("received_on");
      table.text("from_division");
      table.text("to_division").notNullable();
      table.text("agency_uscc");
      table.text("agency_division").notNullable();
      table.text("state").notNullable();
      table.check("amount_fen > 0");
      table.index(["issued_on", "indicator_no"]);
      table.index(["amount_fen", "indicator_no"]);
      table.index(["policy_code", "fiscal_year"]);
    });
    await knex.raw("create index indicators_to_division_index on indicators (to_division text_pattern_ops)");
    await knex.raw("create index indicators_function_index on indicators (function_code text_pattern_ops)");
    await knex.schema.createTable("allocations", (table) => {
      table.text("id").primary();
      table.text("indicator_no").notNullable().references("indicator_no").inTable("indicators").index();
      table.text("lineage").notNullable().index();
      table.text("parent_id").references("id").inTable("allocations").index();
      table.boolean("is_head").notNullable();
      table.text("from_division").index();
      table.text("to_division").index();
      table.text("to_organization_id").index();
      table.text("recipient_division").notNullable();
      table.bigInteger("amount_fen").notNullable();
      table.text("method").notNullable();
      table.jsonb("factors").notNullable().defaultTo("[]");
      table.date("decided_on").notNullable();
      table.text("document_no");
      table.check("amount_fen > 0");
      table.check("num_nonnulls(to_division, to_organization_id) = 1");
    });
    await knex.raw("create unique index allocations_head_index on allocations (indicator_no) where is_head");
  },
  async down(knex) {
    await knex.schema.dropTable("allocations");
    await knex.schema.dropTable("indicators");
    await knex.schema.dropTable("policy_matters");
    await knex.schema.dropTable("fund_policies");
  },
};
