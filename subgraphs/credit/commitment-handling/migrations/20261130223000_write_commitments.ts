/** What writes of commitments keep: their versions. */
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. */
export const writeCommitments: Migration = {
  name: "20261130223000_write_commitments",
  up: (knex) => countVersions(knex, "commitments"),
  async down(knex) {
    await stopCountingVersions(knex, "commitments");
    await knex.raw("alter table commitments drop version");
  },
};
