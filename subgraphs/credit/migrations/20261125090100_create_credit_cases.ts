/** Commitments, evaluations, repair cases, objections and the catalogue of measures. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

const ownerColumns = (table: Knex.CreateTableBuilder): void => {
  table.text("counterparty_id");
  table.text("counterparty_uscc");
  table.text("counterparty_hash");
  table.text("authority_id").notNullable();
  table.text("authority_uscc").notNullable();
  table.text("division_code").notNullable();
};

const createCommitments = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("commitments", (table) => {
    table.text("id").primary();
    ownerColumns(table);
    table.text("counterparty_name");
    table.text("type").notNullable();
    table.text("text").notNullable();
    table.text("signer_name");
    table.date("signed_on").notNullable();
    table.date("due_on");
    table.text("fulfilment").notNullable();
    table.date("verified_on");
    table.text("verified_by_id");
    table.text("matter_id");
    table.text("project_no");
    table.index(["signed_on", "id"]);
    table.index(["counterparty_id", "signed_on", "id"]);
    table.index(["project_no"]);
  });
  await knex.schema.createTable("matter_commitments", (table) => {
    table.text("matter_id").notNullable();
    table.text("type").notNullable();
    table.text("text").notNullable();
    table.integer("within_days");
    table.primary(["matter_id", "type"]);
  });
};

const createProceedings = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("repair_cases", (table) => {
    table.text("no").primary();
    ownerColumns(table);
    table.text("record_kind").notNullable();
    table.text("record_id").notNullable();
    table.text("state").notNullable();
    table.date("applied_on").notNullable();
    table.date("accepted_on");
    table.date("decided_on");
    table.date("feedback_on");
    table.boolean("extended").notNullable().defaultTo(false);
    table.jsonb("evidence").notNullable();
    table.text("decision");
    table.index(["applied_on", "no"]);
    table.index(["counterparty_id", "applied_on", "no"]);
    table.index(["record_id"]);
  });
  await knex.schema.createTable("objections", (table) => {
    table.text("no").primary();
    ownerColumns(table);
    table.text("record_kind").notNullable();
    table.text("record_id").notNullable();
    table.text("state").notNullable();
    table.text("statement").notNullable();
    table.date("filed_on").notNullable();
    table.date("accepted_on");
    table.date("decided_on");
    table.text("outcome");
    table.index(["filed_on", "no"]);
    table.index(["counterparty_id", "filed_on", "no"]);
    table.index(["record_id"]);
  });
  await knex.raw("create index objections_division on objections (division_code text_pattern_ops, decided_on)");
};

/** Creates them. */
export const createCreditCases: Migration = {
  name: "20261125090100_create_credit_cases",
  async up(knex) {
    await createCommitments(knex);
    await createProceedings(knex);
    await knex.schema.createTable("evaluations", (table) => {
      table.text("organization_id").notNullable();
      table.text("organization_uscc");
      table.text("authority_uscc").notNullable();
      table.text("division_code").notNullable();
      table.text("level").notNullable();
      table.integer("score").notNullable();
      table.text("model_version").notNullable();
      table.date("as_of").notNullable();
      table.primary(["organization_id", "as_of"]);
    });
    await knex.schema.createTable("measures", (table) => {
      table.text("code").primary();
      table.text("name").notNullable();
      table.text("category").notNullable();
      table.text("basis_law").notNullable();
    });
  },
  async down(knex) {
    for (const table of ["measures", "evaluations", "objections", "repair_cases", "matter_commitments", "commitments"])
      await knex.schema.dropTable(table);
  },
};
