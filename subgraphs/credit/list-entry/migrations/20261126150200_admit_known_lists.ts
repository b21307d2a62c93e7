/** Nothing outside the national catalogue may enter a record: tables are of one class each, lists of the kinds that have one. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the check. */
export const admitKnownLists: Migration = {
  name: "20261126150200_admit_known_lists",
  async up(knex) {
    await knex.raw(
      "alter table list_entries add constraint list_entries_kind check (kind in ('RED', 'WATCH', 'SERIOUS', 'ABNORMAL'))",
    );
  },
  async down(knex) {
    await knex.raw("alter table list_entries drop constraint list_entries_kind");
  },
};
