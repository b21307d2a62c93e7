/** What the justice bureau issued about an alert (行政执法监督条例, in force 2026-02-01). */
import type { Migration } from "../../../../platform/database/index.js";

/** A column; letters of before were no documents of this supervision, so that what was escalated has none. */
export const addSupervision: Migration = {
  name: "20261129162000_add_supervision",
  async up(knex) {
    await knex.raw(
      "alter table monitor_alerts add supervision text check (supervision in ('NOTICE', 'OPINION', 'DECISION'))",
    );
  },
  async down(knex) {
    await knex.raw("alter table monitor_alerts drop supervision");
  },
};
