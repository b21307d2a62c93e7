/** Finds what an authority decided in a year, for its figures and for lists of its decisions. */
import type { Migration } from "../../../platform/database/index.js";

/** Indexes by authority and day. */
export const indexAuthorities: Migration = {
  name: "20261126130000_index_authorities",
  async up(knex) {
    await knex.raw("create index penalties_authority on penalties (authority_id, decision_date)");
    await knex.raw("create index licences_authority on licences (authority_id, decision_date)");
    await knex.raw("create index objections_authority on objections (authority_id, decided_on)");
  },
  async down(knex) {
    await knex.raw("drop index penalties_authority, licences_authority, objections_authority");
  },
};
