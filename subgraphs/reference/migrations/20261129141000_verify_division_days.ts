/** Versions of divisions say whether their days were confirmed: of many changes only the year is known. */
import type { Migration } from "../../../platform/database/index.js";

/** Adds it; what stood there until now had been confirmed. */
export const verifyDivisionDays: Migration = {
  name: "20261129141000_verify_division_days",
  async up(knex) {
    await knex.raw("alter table division_versions add column verified boolean not null default true");
    // What was there came from the snapshot; what comes says itself whether it is verified.
    await knex.raw("alter table division_versions alter column verified drop default");
  },
  async down(knex) {
    await knex.raw("alter table division_versions drop column verified");
  },
};
