/** What a firm replies to its evaluation. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds it. */
export const addReplies: Migration = {
  name: "20261130223000_add_replies",
  async up(knex) {
    await knex.raw("alter table intermediary_procurements add evaluation_reply text, add replied_on date");
  },
  async down(knex) {
    await knex.raw("alter table intermediary_procurements drop evaluation_reply, drop replied_on");
  },
};
