/** Indexes of a year's figures: what they count is read from the index alone, and what can be late is found by its days. */
import type { Migration } from "../../../platform/database/index.js";

/** Days to publication as publication.repository.ts says them. */
const DAYS_TO_PUBLICATION = "(coalesce(published_on, date '9999-12-31') - decision_date)";

/** Indexes for `licenceStats` and `late`. */
export const indexFigures: Migration = {
  name: "20261129170000_index_figures",
  async up(knex) {
    for (const table of ["licences", "penalties"])
      await knex.raw(`create index ${table}_days_to_publication on ${table} (${DAYS_TO_PUBLICATION})`);
    // All that a count of licences looks at, for every viewer: whose they are, and how they stand on a day.
    await knex.raw(`create index licences_figures on licences (division_code text_pattern_ops, decision_date)
      include (published_on, counterparty_minor, revoked, valid_from, valid_to, authority_uscc, counterparty_uscc, counterparty_hash)
      where sealed_by is null`);
  },
  async down(knex) {
    for (const name of ["licences_days_to_publication", "penalties_days_to_publication", "licences_figures"])
      await knex.raw(`drop index ${name}`);
  },
};
