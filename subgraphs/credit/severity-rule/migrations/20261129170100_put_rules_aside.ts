/** Rules that an edition brought and a later release contradicts: nothing new is decided by them, records that name them keep them. */
import type { Migration } from "../../../../platform/database/index.js";

/** The column; npm run migrate fills it. */
export const putRulesAside: Migration = {
  name: "20261129170100_put_rules_aside",
  async up(knex) {
    await knex.raw("alter table severity_rules add set_aside boolean not null default false");
  },
  async down(knex) {
    await knex.raw("alter table severity_rules drop set_aside");
  },
};
