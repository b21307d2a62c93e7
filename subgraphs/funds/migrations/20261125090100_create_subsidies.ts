/** Subsidies to households (一卡通): batches with their village notice, and the lines of persons. No identity number, no account. */
import type { Migration } from "../../../platform/database/index.js";

/** Batches and lines. */
export const createSubsidies: Migration = {
  name: "20261125090100_create_subsidies",
  async up(knex) {
    await knex.schema.createTable("subsidy_batches", (table) => {
      table.text("batch_no").primary();
      table.text("policy_code").notNullable().references("policy_code").inTable("fund_policies");
      table.text("allocation_id").notNullable().references("id").inTable("allocations").index();
      table.text("agency_id").notNullable();
      table.text("agency_uscc").notNullable();
      table.text("division_code").notNullable();
      table.text("village_code").notNullable();
      table.text("period").notNullable();
      table.integer("declared_count").notNullable();
      table.bigInteger("declared_fen").notNullable();
      table.date("publicity_from").notNullable();
      table.date("publicity_to").notNullable();
      table.date("town_reviewed_on");
      table.date("county_reviewed_on");
      // Of an imported batch: what it held, so that the same file changes nothing.
      table.text("content_hash");
      table.text("payment_no").unique().references("payment_no").inTable("payments");
      table.check("village_code ~ '^[1-9][0-9]{11}$'");
      table.check("declared_fen > 0 and declared_count > 0");
      table.check("publicity_from <= publicity_to");
      table.index(["policy_code", "village_code"]);
    });
    await knex.raw("create index subsidy_batches_village_index on subsidy_batches (village_code text_pattern_ops)");
    await knex.schema.createTable("subsidy_lines", (table) => {
      table.text("batch_no").notNullable().references("batch_no").inTable("subsidy_batches").onDelete("CASCADE");
      table.integer("line_no").notNullable();
      table.text("recipient_name").notNullable();
      table.text("recipient_hash").notNullable().index();
      table.text("account_tail");
      table.specificType("quantity", "numeric").notNullable();
      table.text("unit").notNullable();
      table.bigInteger("standard_fen").notNullable();
      table.bigInteger("amount_fen").notNullable();
      table.date("returned_on");
      table.text("repaid_payment_no").references("payment_no").inTable("payments");
      table.primary(["batch_no", "line_no"]);
      table.check("amount_fen > 0");
      table.check("account_tail ~ '^[0-9A-Z]{4}$'");
    });
  },
  async down(knex) {
    await knex.schema.dropTable("subsidy_lines");
    await knex.schema.dropTable("subsidy_batches");
  },
};
