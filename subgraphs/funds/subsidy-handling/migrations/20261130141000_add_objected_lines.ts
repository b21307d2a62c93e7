/** Which line of a roster an objection is about. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds it. Objections that exist are about the roster as a whole. */
export const addObjectedLines: Migration = {
  name: "20261130141000_add_objected_lines",
  async up(knex) {
    await knex.raw("alter table roster_objections add line_no integer");
  },
  async down(knex) {
    await knex.raw("alter table roster_objections drop line_no");
  },
};
