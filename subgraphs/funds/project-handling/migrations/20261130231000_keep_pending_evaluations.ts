/** Whether an evaluation waits for its publication. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds it. Evaluations that exist are public. */
export const keepPendingEvaluations: Migration = {
  name: "20261130231000_keep_pending_evaluations",
  async up(knex) {
    await knex.raw("alter table performance_evaluations add pending boolean not null default false");
  },
  async down(knex) {
    await knex.raw("alter table performance_evaluations drop pending");
  },
};
