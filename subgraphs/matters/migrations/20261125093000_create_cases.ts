/** Cases with their special procedures, alerts, ratings, licences, and the figures made from them. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

/** Codes are compared byte by byte, so that a prefix and an order use the same index. */
const code = (table: Knex.CreateTableBuilder, name: string): Knex.ColumnBuilder =>
  table.specificType(name, 'text collate "C"');

const createCases = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("service_cases", (table) => {
    code(table, "project_no").primary();
    table.text("matter_id").notNullable();
    // A version of service_matter_versions; without a foreign key, which would cost a fifth of a bulk load.
    table.integer("matter_version").notNullable();
    table.text("task_type").notNullable();
    table.text("project_name").notNullable();
    table.text("state").notNullable();
    // Hash of a person or credit code of a body: whose case it is. The identity number itself is nowhere.
    table.text("subject").notNullable();
    table.text("applicant_type").notNullable();
    table.text("applicant_name").notNullable();
    table.text("applicant_org_id");
    table.text("applicant_id_tail");
    table.text("contact_name");
    table.text("contact_phone");
    table.text("contact_address");
    table.text("dept_id").notNullable();
    table.text("dept_uscc").notNullable();
    code(table, "division_code").notNullable();
    table.text("apply_channel");
    table.date("opened_on").notNullable();
    table.date("applied_on");
    table.date("accepted_on");
    table.text("acceptance_no");
    // The limits that the version promised when the application was accepted; WD or D, 0 D for on the spot.
    table.integer("promised_amount");
    table.text("promised_unit");
    table.integer("statutory_amount");
    table.text("statutory_unit");
    table.date("completed_on");
    table.boolean("granted");
    // Day on which handling ended in any way: completion, refusal, withdrawal and so on.
    table.date("ended_on");
    table.jsonb("content").notNullable();
  });
  for (const column of ["subject", "dept_id"]) {
    await knex.raw("create index on service_cases (??, opened_on desc, project_no)", [column]);
  }
  await knex.raw(
    "create index on service_cases (applicant_org_id, opened_on desc, project_no) where applicant_org_id is not null",
  );
  const running = "where ended_on is null and accepted_on is not null";
  await knex.raw(`create index on service_cases (division_code, project_no) ${running}`);
  await knex.raw(`create index on service_cases (dept_id, division_code, project_no) ${running}`);
  await knex.schema.createTable("special_procedures", (table) => {
    code(table, "project_no").notNullable().references("project_no").inTable("service_cases").onDelete("CASCADE");
    table.integer("number").notNullable();
    table.text("kind").notNullable();
    table.text("name").notNullable();
    table.text("reason");
    table.date("from_on").notNullable();
    table.date("to_on");
    table.text("result");
    table.integer("extension_days");
    table.text("approver");
    table.primary(["project_no", "number"]);
  });
};

const createAlerts = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("monitor_alerts", (table) => {
    code(table, "id").primary();
    code(table, "project_no").notNullable().references("project_no").inTable("service_cases").onDelete("CASCADE");
    table.text("kind").notNullable();
    table.text("state").notNullable();
    table.text("dept_id").notNullable();
    code(table, "division_code").notNullable();
    table.date("raised_on").notNullable();
    table.text("finding");
    table.text("explanation");
    table.date("closed_on");
    table.index(["project_no"]);
    table.index(["division_code", "project_no"]);
    table.index(["dept_id", "division_code", "project_no"]);
  });
};

const createRatings = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("service_ratings", (table) => {
    code(table, "id").primary();
    code(table, "project_no").notNullable();
    table.integer("service_number").notNullable();
    table.text("matter_id").notNullable();
    table.text("subject").notNullable();
    table.text("dept_id").notNullable();
    table.text("dept_uscc").notNullable();
    code(table, "division_code").notNullable();
    table.integer("stars").notNullable();
    table.text("stage").notNullable();
    table.text("channel").notNullable();
    table.specificType("tags", "text[]").notNullable();
    table.text("comment");
    table.text("shown_comment");
    table.text("moderation").notNullable();
    table.boolean("by_default").notNullable();
    table.date("rated_on").notNullable();
    table.text("rectification_state");
    table.date("verified_on");
    table.date("appealed_on");
    table.date("rectified_on");
    table.date("called_back_on");
    table.date("closed_on");
    table.text("measures");
    table.unique(["project_no", "service_number"]);
    table.check("stars between 1 and 5");
  });
  await knex.raw("create index on service_ratings (matter_id, rated_on desc, id)");
  await knex.raw("create index on service_ratings (matter_id, rated_on desc, id) where stars <= 2");
};

const createLicences = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("electronic_licences", (table) => {
    code(table, "certificate_number").primary();
    code(table, "project_no").notNullable();
    table.text("matter_id").notNullable();
    table.text("licence_name").notNullable();
    table.text("licence_type").notNullable();
    table.text("subject").notNullable();
    table.text("holder_name").notNullable();
    table.text("holder_org_id");
    table.text("dept_id").notNullable();
    table.text("dept_uscc").notNullable();
    code(table, "division_code").notNullable();
    table.date("issued_on").notNullable();
    table.date("valid_to");
    table.date("revoked_on");
    table.index(["project_no"]);
  });
  await knex.raw("create index on electronic_licences (subject, issued_on desc, certificate_number)");
};

/** Tables of cases and what hangs on them. */
export const createCaseTables: Migration = {
  name: "20261125093000_create_cases",
  async up(knex) {
    await createCases(knex);
    await createAlerts(knex);
    await createRatings(knex);
    await createLicences(knex);
    await knex.schema.createTable("case_statistics", (table) => {
      table.text("scope").notNullable();
      table.text("key").notNullable();
      table.integer("year").notNullable();
      table.integer("completed").notNullable();
      table.integer("overdue").notNullable();
      table.decimal("median_workdays", 8, 1).notNullable();
      table.boolean("suppressed").notNullable();
      table.primary(["scope", "key", "year"]);
    });
    await knex.schema.createTable("rating_statistics", (table) => {
      table.text("matter_id").primary();
      table.integer("ratings").notNullable();
      table.integer("stars").notNullable();
    });
  },
  async down(knex) {
    for (const table of [
      "rating_statistics",
      "case_statistics",
      "electronic_licences",
      "service_ratings",
      "monitor_alerts",
      "special_procedures",
      "service_cases",
    ]) {
      await knex.schema.dropTable(table);
    }
  },
};
