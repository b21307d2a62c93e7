/** Rank of validity, place, whether the text was read, and whether it sets an intermediary service (优化营商环境条例 第四十三条). */
import type { Migration } from "../../../../platform/database/index.js";

/** Columns; what was cited before says nothing of itself until the law's data or an export does. */
export const addRanks: Migration = {
  name: "20261129160000_add_ranks",
  async up(knex) {
    await knex.raw(`alter table legal_bases add rank text, add jurisdiction text,
      add verified boolean not null default false, add sets_intermediary_service boolean`);
    // What comes says itself whether it is verified.
    await knex.raw("alter table legal_bases alter column verified drop default");
  },
  async down(knex) {
    await knex.raw(
      `alter table legal_bases drop rank, drop jurisdiction, drop verified, drop sets_intermediary_service`,
    );
  },
};
