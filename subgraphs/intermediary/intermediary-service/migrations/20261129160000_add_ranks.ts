/** What the rules ask of a legal basis beside its days: rank, place, and whether it sets such a service (优化营商环境条例 第四十三条). */
import type { Migration } from "../../../../platform/database/index.js";

/** Columns; the law's data and the next import of a list fill them. */
export const addRanks: Migration = {
  name: "20261129160000_add_ranks",
  async up(knex) {
    await knex.raw(
      "alter table legal_basis_periods add rank text, add jurisdiction text, add sets_intermediary_service boolean",
    );
  },
  async down(knex) {
    await knex.raw("alter table legal_basis_periods drop rank, drop jurisdiction, drop sets_intermediary_service");
  },
};
