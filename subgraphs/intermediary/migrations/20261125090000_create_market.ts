/** Market projects with their bids, sanctions, staff, relations, what matters demand, and precomputed figures of agencies. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

/** Tables of the market. */
export const createMarket: Migration = {
  name: "20261125090000_create_market",
  async up(knex) {
    await widenLists(knex);
    await createProjects(knex);
    await createAgencyTables(knex);
  },
  async down(knex) {
    for (const table of [
      "agency_figures",
      "agency_staff",
      "agency_relations",
      "agency_sanctions",
      "bids",
      "market_projects",
      "legal_basis_periods",
      "matter_demands",
    ])
      await knex.schema.dropTable(table);
    await knex.schema.alterTable("engagements", (table) => table.dropColumn("project_no"));
    await knex.schema.alterTable("agencies", (table) => {
      table.text("entry_state").notNullable().defaultTo("ADMITTED");
      table.specificType("related_approval_depts", "text[]").notNullable().defaultTo("{}");
    });
    await knex.schema.alterTable("service_matter_links", (table) => table.dropColumns("dept_id", "division_code"));
    await knex.schema.alterTable("intermediary_services", (table) => {
      table.dropColumns(
        "division_code",
        "time_limit_unit",
        "time_limit_explain",
        "approval_dept_name",
        "matter_names",
        "content_hash",
      );
    });
  },
};

const widenLists = async (knex: Knex): Promise<void> => {
  await knex.schema.alterTable("intermediary_services", (table) => {
    table.text("division_code");
    table.text("time_limit_unit").notNullable().defaultTo("WORKING_DAY");
    table.text("time_limit_explain");
    table.text("approval_dept_name");
    table.specificType("matter_names", "text[]").notNullable().defaultTo("{}");
    table.text("content_hash");
  });
  await knex.schema.alterTable("service_matter_links", (table) => {
    table.text("dept_id");
    table.text("division_code");
  });
  // What a matter's materials ask for, listed or not: this service owns the requirement links.
  await knex.schema.createTable("matter_demands", (table) => {
    table.text("matter_id").notNullable();
    table.text("material_name").notNullable();
    table.text("service_code");
    table.text("dept_id").notNullable();
    table.text("division_code").notNullable();
    table.primary(["matter_id", "material_name"]);
  });
  await knex.raw("create index matter_demands_division_index on matter_demands (division_code text_pattern_ops)");
  // A copy of two days of each basis; reference owns them.
  await knex.schema.createTable("legal_basis_periods", (table) => {
    table.text("id").primary();
    table.date("effective_from");
    table.date("effective_to");
  });
};

const createProjects = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("market_projects", (table) => {
    table.text("project_no").primary();
    table.text("name").notNullable();
    table.text("service_code").notNullable().references("code").inTable("intermediary_services").index();
    table.text("owner_id").notNullable();
    table.text("owner_uscc").notNullable();
    table.boolean("owner_public").notNullable();
    table.text("agency_uscc").notNullable();
    table.text("division_code").notNullable();
    table.text("fund_source").notNullable();
    table.text("selection").notNullable();
    table.bigInteger("ceiling_fen");
    table.specificType("avoid_ids", "text[]").notNullable().defaultTo("{}");
    table.text("state").notNullable();
    table.text("state_reason");
    table.date("registered_on").notNullable();
    for (const day of ["announced_on", "closes_on", "opened_on", "selected_on", "disputed_on"]) table.date(day);
    table.jsonb("suspensions").notNullable().defaultTo("[]");
    table.text("selected_id");
    table.text("contract_no");
    table.bigInteger("contract_fen");
    for (const day of ["signed_on", "due_on", "delivered_on", "accepted_on", "evaluated_on"]) table.date(day);
    table.text("deliverable_hash");
    table.specificType("stars", "smallint[]");
    table.text("linked_case_no");
    table.jsonb("random_source");
    table.jsonb("draw");
    table.date("drawn_on");
    table.index(["owner_id", "registered_on", "project_no"]);
    table.index(["selected_id", "registered_on", "project_no"]);
    table.index(["registered_on", "project_no"]);
    // Nobody is selected from bids that were not opened.
    table.check("selected_on is null or opened_on is not null", {}, "opened_before_selected");
  });
  await knex.raw("create index market_projects_division_index on market_projects (division_code text_pattern_ops)");
  await knex.raw(
    "create index market_projects_case_index on market_projects (linked_case_no) where linked_case_no is not null",
  );
  await knex.schema.createTable("bids", (table) => {
    table.text("project_no").notNullable().references("project_no").inTable("market_projects").onDelete("CASCADE");
    table.text("agency_id").notNullable();
    table.text("agency_uscc").notNullable();
    table.bigInteger("price_fen");
    table.date("submitted_on").notNullable();
    table.boolean("accepted").notNullable();
    table.text("refusal");
    table.text("credit_check").notNullable();
    table.primary(["project_no", "agency_id"]);
    table.index(["agency_id", "project_no"]);
  });
};

const createAgencyTables = async (knex: Knex): Promise<void> => {
  // Both follow from other facts: standing from sanctions, declared relations from agency_relations.
  await knex.schema.alterTable("agencies", (table) => table.dropColumns("entry_state", "related_approval_depts"));
  await knex.schema.alterTable("engagements", (table) => {
    table.text("project_no").unique();
  });
  await knex.schema.createTable("agency_sanctions", (table) => {
    table.text("id").primary();
    table.text("agency_id").notNullable().index();
    table.text("agency_uscc").notNullable();
    table.text("level").notNullable();
    table.text("reason").notNullable();
    table.text("doc_no");
    table.date("noticed_on").notNullable();
    table.text("defence");
    table.date("decided_on");
    table.integer("months");
    table.date("revoked_on");
    table.text("authority_id").notNullable();
    table.text("authority_uscc").notNullable();
    table.text("division_code").notNullable();
    table.index(["noticed_on", "id"]);
    table.check(
      "level in ('REMINDER', 'INTERVIEW') or decided_on is null or months is not null",
      {},
      "barred_for_months",
    );
  });
  await knex.schema.createTable("agency_relations", (table) => {
    table.text("body_id").notNullable();
    table.text("related_id").notNullable();
    table.text("related_uscc");
    table.text("kind").notNullable();
    table.date("valid_from");
    table.date("valid_to");
    table.primary(["body_id", "related_id", "kind"]);
    table.index(["related_id"]);
  });
  await knex.schema.createTable("agency_staff", (table) => {
    table.text("agency_id").notNullable().references("organization_id").inTable("agencies").onDelete("CASCADE");
    table.integer("position").notNullable();
    table.text("name").notNullable();
    table.text("certificate_no").notNullable();
    table.text("profession").notNullable();
    table.primary(["agency_id", "position"]);
  });
  await knex.schema.createTable("agency_figures", (table) => {
    table.text("agency_id").primary().references("organization_id").inTable("agencies").onDelete("CASCADE");
    table.bigInteger("completed").notNullable();
    table.bigInteger("on_time").notNullable();
    table.bigInteger("days").notNullable();
    table.bigInteger("price_fen").notNullable();
    table.integer("on_time_order").notNullable();
    table.bigInteger("price_order").notNullable();
    table.integer("days_order").notNullable();
    table.date("counted_on").notNullable();
  });
};
