/** Licences, penalties and list entries. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

const recordColumns = (table: Knex.CreateTableBuilder): void => {
  table.text("id").primary();
  table.text("counterparty_id");
  table.text("counterparty_uscc");
  table.text("authority_uscc").notNullable();
  table.text("division_code").notNullable();
};

const partyColumns = (table: Knex.CreateTableBuilder): void => {
  table.text("authority_id").notNullable();
  table.text("counterparty_hash");
  table.text("counterparty_name").notNullable();
  table.text("counterparty_type").notNullable();
  table.text("doc_no").notNullable();
  table.date("decision_date").notNullable();
  table.date("published_on");
  table.index(["decision_date", "id"]);
  table.index(["counterparty_id", "decision_date", "id"]);
};

/** First tables of the credit schema. */
export const createCreditTables: Migration = {
  name: "20261124090000_create_credit_tables",
  async up(knex) {
    await knex.schema.createTable("licences", (table) => {
      recordColumns(table);
      partyColumns(table);
      table.text("doc_name");
      table.text("category").notNullable();
      table.text("cert_name");
      table.text("content").notNullable();
      table.date("valid_from");
      table.date("valid_to");
      table.boolean("revoked").notNullable();
      table.text("matter_id");
    });
    await knex.schema.createTable("penalties", (table) => {
      recordColumns(table);
      partyColumns(table);
      table.text("violation_type").notNullable();
      table.text("facts");
      table.text("basis");
      table.specificType("kinds", "text[]").notNullable();
      table.text("content").notNullable();
      table.bigInteger("fine_fen");
      table.bigInteger("confiscated_fen");
      table.text("severity").notNullable();
      table.date("publicity_until");
      table.text("publicity_state").notNullable();
    });
    await knex.schema.createTable("list_entries", (table) => {
      recordColumns(table);
      table.text("list").notNullable();
      table.text("kind").notNullable();
      table.text("decision_doc_no").notNullable();
      table.text("basis_law");
      table.text("reason");
      table.date("listed_on").notNullable();
      table.date("expires_on");
      table.date("removed_on");
      table.index(["listed_on", "id"]);
      table.index(["counterparty_id", "listed_on", "id"]);
    });
  },
  async down(knex) {
    for (const table of ["list_entries", "penalties", "licences"]) await knex.schema.dropTable(table);
  },
};
