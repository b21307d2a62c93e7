/** Publicity as days of events instead of a stored state, severity rules as data, and the columns of the exchange tables (XK_*, CF_*). */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

const importColumns = (table: Knex.CreateTableBuilder): void => {
  table.text("legal_rep_name");
  table.boolean("counterparty_minor").notNullable().defaultTo(false);
  table.text("content_hash");
  table.integer("version").notNullable().defaultTo(1);
};

/** The national rules, L23 of 信用修复管理办法: they are there without any seed. */
export const NATIONAL_RULES = [
  {
    id: "L23-MINOR",
    severity: "MINOR",
    min_months: 0,
    max_months: 3,
    kinds: ["WARNING", "CRITICISM"],
    fine_from_fen: null,
    simple_procedure: true,
  },
  {
    id: "L23-GENERAL",
    severity: "GENERAL",
    min_months: 3,
    max_months: 12,
    kinds: ["FINE", "CONFISCATION"],
    fine_from_fen: null,
    simple_procedure: false,
  },
  {
    id: "L23-SERIOUS",
    severity: "SERIOUS",
    min_months: 12,
    max_months: 36,
    kinds: ["LICENCE_RESTRICTION", "BUSINESS_RESTRICTION", "DETENTION"],
    // 100,000 yuan; a regulator's own threshold is a row of its own.
    fine_from_fen: "10000000",
    simple_procedure: false,
  },
];

const createSeverityRules = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("severity_rules", (table) => {
    table.text("id").primary();
    table.text("regulator_id");
    table.text("regulator_uscc");
    table.text("severity").notNullable();
    table.integer("min_months").notNullable();
    table.integer("max_months").notNullable();
    table.specificType("kinds", "text[]").notNullable();
    table.bigInteger("fine_from_fen");
    table.boolean("simple_procedure").notNullable();
    table.text("basis").notNullable();
    table.check("min_months <= max_months", undefined, "severity_rules_period");
  });
  await knex("severity_rules").insert(NATIONAL_RULES.map((rule) => ({ ...rule, basis: "信用修复管理办法" })));
};

const extendPenalties = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable("penalties", (table) => {
    importColumns(table);
    table.text("procedure");
    table.text("suspended_licence");
    table.text("severity_rule_id").references("id").inTable("severity_rules");
    table.date("withdrawn_on");
    table.text("withdraw_reason");
    table.date("repaired_on");
    table.date("republished_on");
    table.date("shielded_from");
    table.date("shielded_to");
  });
  await knex.raw(
    `update penalties set severity_rule_id = 'L23-' || severity,
       repaired_on = case publicity_state when 'REPAIRED' then coalesce(published_on, decision_date) end,
       withdrawn_on = case publicity_state when 'WITHDRAWN' then coalesce(published_on, decision_date) end,
       published_on = case publicity_state when 'NOT_PUBLISHED' then null else published_on end`,
  );
  await knex.schema.alterTable("penalties", (table) => {
    table.dropColumn("publicity_state");
    table.dropNullable("severity_rule_id");
  });
  await knex.raw("create index penalties_division on penalties (division_code text_pattern_ops, decision_date)");
  await knex.raw("create index penalties_newest on penalties (decision_date desc, id)");
  await knex.raw("create index penalties_doc_no on penalties (doc_no)");
  await knex.raw("create index penalties_person on penalties (counterparty_hash) where counterparty_hash is not null");
};

const extendLicences = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable("licences", (table) => {
    importColumns(table);
    table.text("licence_no");
    table.text("project_no");
  });
  await knex.raw("create unique index licences_project on licences (project_no) where project_no is not null");
  await knex.raw("create index licences_matter on licences (matter_id, decision_date)");
  await knex.raw("create index licences_division on licences (division_code text_pattern_ops, decision_date)");
  await knex.raw("create index licences_newest on licences (decision_date desc, id)");
  await knex.raw("create index licences_doc_no on licences (doc_no)");
  await knex.raw("create index licences_person on licences (counterparty_hash) where counterparty_hash is not null");
};

const extendListEntries = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable("list_entries", (table) => {
    table.text("authority_id");
    table.specificType("measure_codes", "text[]").notNullable().defaultTo("{}");
  });
  await knex.raw("update list_entries set authority_id = 'CN-USCC-' || authority_uscc");
  await knex.schema.alterTable("list_entries", (table) => table.dropNullable("authority_id"));
};

/** Extends the first tables. */
export const extendCreditRecords: Migration = {
  name: "20261125090000_extend_credit_records",
  async up(knex) {
    await createSeverityRules(knex);
    await extendPenalties(knex);
    await extendLicences(knex);
    await extendListEntries(knex);
  },
  async down(knex) {
    await knex.schema.alterTable("list_entries", (table) => table.dropColumns("authority_id", "measure_codes"));
    await knex.schema.alterTable("licences", (table) =>
      table.dropColumns("legal_rep_name", "counterparty_minor", "content_hash", "version", "licence_no", "project_no"),
    );
    await knex.raw("drop index licences_matter, licences_division, licences_newest, licences_doc_no, licences_person");
    await knex.schema.alterTable("penalties", (table) => table.text("publicity_state"));
    await knex.raw(
      `update penalties set publicity_state = case when withdrawn_on is not null then 'WITHDRAWN'
         when repaired_on is not null and republished_on is null then 'REPAIRED'
         when published_on is null then 'NOT_PUBLISHED' else 'PUBLISHED' end`,
    );
    await knex.raw("drop index penalties_division, penalties_newest, penalties_doc_no, penalties_person");
    await knex.schema.alterTable("penalties", (table) => {
      table.dropNullable("publicity_state");
      table.dropColumns(
        "legal_rep_name",
        "counterparty_minor",
        "content_hash",
        "version",
        "procedure",
        "suspended_licence",
        "severity_rule_id",
        "withdrawn_on",
        "withdraw_reason",
        "repaired_on",
        "republished_on",
        "shielded_from",
        "shielded_to",
      );
    });
    await knex.schema.dropTable("severity_rules");
  },
};
