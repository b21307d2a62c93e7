/** The day of the one-time notice of what is missing, and indexes of running cases that take in those accepted by silence. */
import type { Migration } from "../../../platform/database/index.js";

/** The indexes before: a case accepted by silence is in neither, so that no statement can use them any more. */
const ACCEPTED_DIVISION = "service_cases_division_code_project_no_idx";
const ACCEPTED_DEPT = "service_cases_dept_id_division_code_project_no_idx";

/** Adds the day and replaces the two indexes. */
export const addNotice: Migration = {
  name: "20261126090000_add_notice",
  async up(knex) {
    await knex.schema.alterTable("service_cases", (table) => void table.date("notice_on"));
    const open = "where ended_on is null and applied_on is not null";
    await knex.raw(`create index service_cases_open_division on service_cases (division_code, project_no) ${open}`);
    await knex.raw(
      `create index service_cases_open_dept on service_cases (dept_id, division_code, project_no) ${open}`,
    );
    await knex.raw(`drop index ${ACCEPTED_DIVISION}, ${ACCEPTED_DEPT}`);
  },
  async down(knex) {
    const running = "where ended_on is null and accepted_on is not null";
    await knex.raw(`create index ${ACCEPTED_DIVISION} on service_cases (division_code, project_no) ${running}`);
    await knex.raw(`create index ${ACCEPTED_DEPT} on service_cases (dept_id, division_code, project_no) ${running}`);
    await knex.raw("drop index service_cases_open_division, service_cases_open_dept");
    await knex.schema.alterTable("service_cases", (table) => table.dropColumn("notice_on"));
  },
};
