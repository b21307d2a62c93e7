/** Rules that an edition brought and a later release contradicts: nothing new is decided by them, records that name them keep them. And what was read of a rule where. */
import type { Migration } from "../../../../platform/database/index.js";

/** The columns; npm run migrate fills them. */
export const putRulesAside: Migration = {
  name: "20261129170100_put_rules_aside",
  async up(knex) {
    await knex.raw(
      "alter table severity_rules add set_aside boolean not null default false, add note_en text, add note_zh text",
    );
  },
  async down(knex) {
    await knex.raw("alter table severity_rules drop set_aside, drop note_en, drop note_zh");
  },
};
