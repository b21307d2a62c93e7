/** Rank of validity, place, whether the text was read, and whether it sets an intermediary service (优化营商环境条例 第四十三条). */
import type { Migration } from "../../../../platform/database/index.js";
import { rankOfTitle } from "../../../../platform/domain/index.js";

/** Columns, and the ranks of what was cited before. */
export const addRanks: Migration = {
  name: "20261129160000_add_ranks",
  async up(knex) {
    await knex.raw(`alter table legal_bases add rank text, add jurisdiction text,
      add verified boolean not null default false, add sets_intermediary_service boolean`);
    // What comes says itself whether it is verified.
    await knex.raw("alter table legal_bases alter column verified drop default");
    // What was cited before has the rank that its title gives away, as what is cited from now on.
    const cited = (await knex("legal_bases").select("id", "law_name")) as { id: string; law_name: string }[];
    for (const { id, law_name } of cited) {
      const rank = rankOfTitle(law_name);
      if (rank !== undefined) await knex("legal_bases").where({ id }).update({ rank });
    }
  },
  async down(knex) {
    await knex.raw(
      `alter table legal_bases drop rank, drop jurisdiction, drop verified, drop sets_intermediary_service`,
    );
  },
};
