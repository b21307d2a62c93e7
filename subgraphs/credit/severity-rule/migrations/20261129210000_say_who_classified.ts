/** Whether a penalty's severity is the source's or follows from the rules: what follows is classified again where the rules change. */
import type { Migration } from "../../../../platform/database/index.js";

/** The column; of what was loaded before nobody knows, and it stays as it is until its export is loaded again. */
export const sayWhoClassified: Migration = {
  name: "20261129210000_say_who_classified",
  async up(knex) {
    await knex.raw("alter table penalties add severity_by_rule boolean not null default false");
  },
  async down(knex) {
    await knex.raw("alter table penalties drop severity_by_rule");
  },
};
