/** What is published about money: publicity and public notices, budgets and final accounts, performance; and who is assisted, counted alone. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

/** Announcements, budget disclosures, performance, assistance targets. */
export const createDisclosures: Migration = {
  name: "20261125090200_create_disclosures",
  async up(knex) {
    await createAnnouncements(knex);
    await createBudgetDisclosures(knex);
    await createPerformance(knex);
    await knex.schema.createTable("assistance_targets", (table) => {
      table.text("household_hash").primary();
      table.text("village_code").notNullable();
      table.text("category").notNullable();
      table.integer("size").notNullable();
      table.date("identified_on").notNullable();
      table.date("exited_on");
    });
    await knex.raw(
      "create index assistance_targets_village_index on assistance_targets (village_code text_pattern_ops)",
    );
  },
  async down(knex) {
    for (const table of [
      "assistance_targets",
      "evaluation_scores",
      "performance_evaluations",
      "performance_targets",
      "budget_table_lines",
      "budget_disclosures",
      "fund_announcements",
    ])
      await knex.schema.dropTable(table);
  },
};

const createAnnouncements = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("fund_announcements", (table) => {
    table.text("id").primary();
    table.text("kind").notNullable();
    table.text("level").notNullable();
    table.text("title").notNullable();
    table.text("policy_code").notNullable().references("policy_code").inTable("fund_policies");
    table.text("indicator_no").references("indicator_no").inTable("indicators").index();
    table.text("project_code").references("project_code").inTable("fund_projects").index();
    table.text("batch_no").references("batch_no").inTable("subsidy_batches").index();
    table.text("division_code").notNullable();
    table.text("village_code");
    table.bigInteger("amount_fen");
    table.date("published_on").notNullable();
    table.date("ends_on");
    // What started the limit of L20; absent for a notice beforehand.
    table.date("decided_on");
    table.text("channel").notNullable();
    table.integer("objections").notNullable();
    table.check("kind in ('BEFORE', 'AFTER')");
    table.check("num_nonnulls(indicator_no, project_code, batch_no) = 1");
    table.check("published_on <= ends_on");
    table.index(["policy_code", "published_on", "id"]);
  });
};

const createBudgetDisclosures = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("budget_disclosures", (table) => {
    table.text("id").primary();
    table.text("unit_id").notNullable();
    table.text("unit_uscc");
    table.text("division_code").notNullable();
    table.integer("year").notNullable();
    table.text("kind").notNullable();
    table.date("approved_on").notNullable();
    table.date("published_on");
    table.jsonb("narrative").notNullable().defaultTo("[]");
    table.unique(["unit_id", "year", "kind"]);
    table.index(["year", "id"]);
  });
  await knex.schema.createTable("budget_table_lines", (table) => {
    table.text("disclosure_id").notNullable().references("id").inTable("budget_disclosures").onDelete("CASCADE");
    table.integer("table_no").notNullable();
    table.integer("line_no").notNullable();
    table.text("side").notNullable();
    table.text("code");
    table.text("name").notNullable();
    table.text("heading");
    table.bigInteger("amount_fen").notNullable();
    table.primary(["disclosure_id", "table_no", "line_no"]);
    table.check("table_no between 1 and 9");
  });
};

const createPerformance = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("performance_targets", (table) => {
    table.text("id").primary();
    table.text("indicator_no").references("indicator_no").inTable("indicators").index();
    table.text("project_code").references("project_code").inTable("fund_projects").index();
    table.integer("place").notNullable();
    table.text("dimension").notNullable();
    table.text("name").notNullable();
    table.text("target_value").notNullable();
    table.integer("weight").notNullable();
    table.check("num_nonnulls(indicator_no, project_code) = 1");
    table.check("weight between 1 and 100");
  });
  await knex.schema.createTable("performance_evaluations", (table) => {
    table.text("id").primary();
    table.text("indicator_no").references("indicator_no").inTable("indicators").index();
    table.text("project_code").references("project_code").inTable("fund_projects").index();
    table.text("evaluator").notNullable();
    table.text("evaluator_id");
    table.date("evaluated_on").notNullable();
    table.text("budget_consequence");
    table.check("num_nonnulls(indicator_no, project_code) = 1");
  });
  await knex.schema.createTable("evaluation_scores", (table) => {
    table.text("evaluation_id").notNullable().references("id").inTable("performance_evaluations").onDelete("CASCADE");
    table.text("target_id").notNullable().references("id").inTable("performance_targets");
    table.text("actual_value");
    table.integer("score").notNullable();
    table.primary(["evaluation_id", "target_id"]);
    table.check("score >= 0");
  });
};
