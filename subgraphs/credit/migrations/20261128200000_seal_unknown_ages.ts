/** Imported records of persons without identity number were published: of none of them is it known that they are of age. */
import type { Migration } from "../../../platform/database/index.js";

/** Seals them as minors' records are; loading the export again, with ages or a declaration, opens what may be open. */
export const sealUnknownAges: Migration = {
  name: "20261128200000_seal_unknown_ages",
  async up(knex) {
    for (const table of ["licences", "penalties"]) {
      await knex(table)
        .where({ counterparty_type: "NATURAL_PERSON_01" })
        .whereNull("counterparty_hash")
        .whereNotNull("content_hash")
        .update({ counterparty_minor: true });
    }
  },
  // What was sealed is not told apart from minors' records: it stays sealed.
  down: () => Promise.resolve(),
};
