/** What writes of sanctions keep: evidence, the days of defence, dropping and appeal, and a version that counts every change. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";

const DATES = ["defended_on", "dropped_on", "appealed_on", "appeal_settled_on"] as const;

/** Adds them. Of a defence that was kept before its day is not known. */
export const writeSanctions: Migration = {
  name: "20261130220000_write_sanctions",
  async up(knex) {
    await knex.schema.alterTable("intermediary_sanctions", (table) => {
      table.text("evidence");
      table.text("appeal");
      for (const column of DATES) table.date(column);
    });
    await countVersions(knex, "intermediary_sanctions");
  },
  async down(knex) {
    await stopCountingVersions(knex, "intermediary_sanctions");
    await knex.schema.alterTable("intermediary_sanctions", (table) => {
      table.dropColumns("evidence", "appeal", "version", ...DATES);
    });
  },
};
