/** The order of lists of subsidies, so that a page reads the newest batches alone. */
import type { Migration } from "../../../platform/database/index.js";

/** Index for `subsidyPayments` and `mySubsidies`. */
export const indexSubsidies: Migration = {
  name: "20261129171000_index_subsidies",
  async up(knex) {
    await knex.raw("create index subsidy_batches_newest on subsidy_batches (publicity_from desc, batch_no desc)");
  },
  async down(knex) {
    await knex.raw("drop index subsidy_batches_newest");
  },
};
