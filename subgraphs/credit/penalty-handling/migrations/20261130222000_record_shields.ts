/** By which ruling of a court a penalty is kept back. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the column. */
export const recordShields: Migration = {
  name: "20261130222000_record_shields",
  async up(knex) {
    await knex.raw("alter table penalties add shield_ruling_no text");
  },
  async down(knex) {
    await knex.raw("alter table penalties drop shield_ruling_no");
  },
};
