/** Yearly scores of agencies by the industry regulator, how long results hold, removal documents and the capacity of agencies. */
import type { Migration } from "../../../../platform/database/index.js";

/** Table and columns. */
export const addComposites: Migration = {
  name: "20261126090000_add_composites",
  async up(knex) {
    await knex.schema.createTable("agency_year_scores", (table) => {
      table.text("agency_id").notNullable().references("organization_id").inTable("agencies").onDelete("CASCADE");
      table.integer("year").notNullable();
      // Tenths of a point: 70 points are 700.
      table.integer("score_tenths").notNullable();
      table.text("scorer_id").notNullable();
      table.date("scored_on").notNullable();
      table.primary(["agency_id", "year"]);
      table.check("score_tenths between 0 and 700", {}, "regulator_gives_seventy");
    });
    await knex.schema.alterTable("intermediary_services", (table) => {
      table.text("result_validity");
      table.text("removal_document");
    });
    await knex.schema.alterTable("agencies", (table) => {
      table.integer("capacity");
    });
  },
  async down(knex) {
    await knex.schema.alterTable("agencies", (table) => table.dropColumn("capacity"));
    await knex.schema.alterTable("intermediary_services", (table) =>
      table.dropColumns("result_validity", "removal_document"),
    );
    await knex.schema.dropTable("agency_year_scores");
  },
};
