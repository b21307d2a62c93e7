/** Projects that money is assigned to, and the payments that leave the treasury. */
import type { Knex } from "knex";
import type { Migration } from "../../../platform/database/index.js";

/** Projects, payments, and projects as recipients of allocations. */
export const createProjectsAndPayments: Migration = {
  name: "20261125090000_create_projects_and_payments",
  async up(knex) {
    await createProjects(knex);
    await knex.raw(`alter table allocations
      add column to_project_code text references fund_projects (project_code),
      drop constraint allocations_check,
      add constraint allocations_recipient check (num_nonnulls(to_division, to_organization_id, to_project_code) = 1)`);
    await knex.raw("create index allocations_project_index on allocations (to_project_code)");
    await createPayments(knex);
    // Movements that an import writes are numbered after those of the seed.
    await knex.raw("create sequence movement_numbers");
  },
  async down(knex) {
    await knex.raw("drop sequence movement_numbers");
    await knex.schema.dropTable("payments");
    // Not valid: allocations to projects may be there until everything is taken back.
    await knex.raw(`alter table allocations
      drop column to_project_code,
      add constraint allocations_check check (num_nonnulls(to_division, to_organization_id) = 1) not valid`);
    await knex.schema.dropTable("project_cases");
    await knex.schema.dropTable("fund_projects");
  },
};

const createProjects = async (knex: Knex): Promise<void> => {
  await knex.schema.createTable("fund_projects", (table) => {
    table.text("project_code").primary();
    table.text("name").notNullable();
    table.text("category").notNullable();
    table.text("policy_code").notNullable().references("policy_code").inTable("fund_policies");
    table.text("division_code").notNullable();
    table.text("village_code");
    table.text("content");
    table.date("period_from").notNullable();
    table.date("period_to");
    table.text("owner_id").notNullable();
    table.text("contractor_id").index();
    table.text("responsible_person");
    table.text("procurement_method");
    table.text("contract_no");
    table.bigInteger("contract_fen");
    table.date("contracted_on");
    table.integer("households");
    table.integer("persons");
    table.integer("poor_households");
    table.text("benefit_mechanism");
    table.text("targets");
    table.text("results");
    table.integer("progress").notNullable();
    table.text("state").notNullable();
    table.date("accepted_on");
    table.text("acceptance");
    table.text("complaint_channel");
    table.specificType("search", "tsvector").notNullable();
    table.check("contract_fen > 0");
    table.check("progress between 0 and 100");
    table.index(["period_from", "project_code"]);
  });
  await knex.raw("create index fund_projects_search_index on fund_projects using gin (search)");
  await knex.raw("create index fund_projects_division_index on fund_projects (division_code text_pattern_ops)");
  await knex.schema.createTable("project_cases", (table) => {
    table.text("project_code").notNullable().references("project_code").inTable("fund_projects").onDelete("CASCADE");
    table.text("project_no").notNullable();
    // Whose the case is: a case is known to them alone.
    table.text("subject");
    table.text("agency_uscc").notNullable();
    table.text("division_code").notNullable();
    table.primary(["project_code", "project_no"]);
  });
};

const createPayments = (knex: Knex): Promise<void> =>
  knex.schema.createTable("payments", (table) => {
    table.text("payment_no").primary();
    table.text("allocation_id").notNullable().references("id").inTable("allocations").index();
    table.bigInteger("movement_id").notNullable().unique();
    table.text("policy_code");
    table.text("payee_kind").notNullable();
    table.text("payee_org_id");
    // Credit code of a body or hash of a person; a batch has none.
    table.text("payee_subject").index();
    table.integer("payee_count").notNullable();
    table.text("payer_id").notNullable();
    table.text("agency_uscc");
    table.text("division_code").notNullable();
    table.bigInteger("amount_fen").notNullable();
    table.text("purpose");
    table.text("function_code").notNullable();
    table.text("dept_econ_code");
    table.text("pay_mode").notNullable();
    table.text("bank");
    table.text("account_tail");
    table.date("paid_on").notNullable();
    table.date("returned_on");
    table.bigInteger("returned_fen");
    table.bigInteger("return_movement_id").unique();
    table.text("return_reason");
    table.text("case_no").index();
    table.check("amount_fen > 0");
    table.check("payee_kind in ('ORGANIZATION', 'PERSON', 'BATCH')");
    table.check("account_tail ~ '^[0-9A-Z]{4}$'");
    table.check("returned_fen > 0 and returned_fen <= amount_fen");
    table.check("num_nonnulls(returned_on, returned_fen, return_movement_id) in (0, 3)");
    table.index(["payee_org_id", "paid_on", "payment_no"]);
  });
