/** Who leads an openness office, and how many work in it. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the columns; of offices that were there before neither is told. */
export const addOpennessOfficeStaff: Migration = {
  name: "20261202150600_add_openness_office_staff",
  async up(knex) {
    await knex.raw(
      "alter table openness_offices add leader_post text, add staff_count integer check (staff_count >= 1)",
    );
    await knex.raw("create index on openness_offices (division_code, agency_id)");
  },
  async down(knex) {
    await knex.raw("drop index openness_offices_division_code_agency_id_idx");
    await knex.raw("alter table openness_offices drop leader_post, drop staff_count");
  },
};
