/** What writes of repair cases keep: versions, what was told with a refusal, and that a repair was found false. */
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. */
export const writeRepairCases: Migration = {
  name: "20261130200000_write_repair_cases",
  async up(knex) {
    await knex.raw(`alter table repair_cases add remedy text, add found_false_on date, add finding_no text,
      add constraint repair_cases_finding check ((found_false_on is null) = (finding_no is null))`);
    for (const table of ["repair_cases", "penalties"]) await countVersions(knex, table);
  },
  async down(knex) {
    for (const table of ["repair_cases", "penalties"]) await stopCountingVersions(knex, table);
    await knex.raw("drop function count_version");
    await knex.raw(
      "alter table repair_cases drop version, drop remedy, drop constraint repair_cases_finding, drop found_false_on, drop finding_no",
    );
  },
};
