/** The last published documents come first in feeds, in the order of their publication. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the index. */
export const indexPublications: Migration = {
  name: "20261202090000_index_publications",
  async up(knex) {
    await knex.raw("create index public_documents_published_index on public_documents (published_on, index_no)");
  },
  async down(knex) {
    await knex.raw("drop index public_documents_published_index");
  },
};
