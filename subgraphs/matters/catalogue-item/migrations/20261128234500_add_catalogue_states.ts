/** Catalogue items have a state and days, so that one that ended is told as ended, and stays. */
import type { Migration } from "../../../../platform/database/index.js";

/** Columns. */
export const addCatalogueStates: Migration = {
  name: "20261128234500_add_catalogue_states",
  async up(knex) {
    await knex.schema.alterTable("catalogue_items", (table) => {
      table.text("task_state").notNullable().defaultTo("IN_USE");
      table.date("effective_from");
      // The first day on which it is no more; a day to come is a plan.
      table.date("cancelled_on");
      table.text("content_hash");
      // That it was cancelled follows from the day.
      table.check("task_state in ('IN_USE', 'SUSPENDED')", {}, "known_catalogue_state");
    });
  },
  async down(knex) {
    await knex.schema.alterTable("catalogue_items", (table) =>
      table.dropColumns("task_state", "effective_from", "cancelled_on", "content_hash"),
    );
  },
};
