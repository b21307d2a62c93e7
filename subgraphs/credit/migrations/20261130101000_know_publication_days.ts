/** Whether an export says on which day a record was published: the day of the import is none that an authority can be late by. */
import type { Migration } from "../../../platform/database/index.js";

/** Adds the column. What an earlier import took for the day is corrected when its file is loaded again. */
export const knowPublicationDays: Migration = {
  name: "20261130101000_know_publication_days",
  async up(knex) {
    for (const name of ["licences", "penalties"])
      await knex.schema.alterTable(name, (table) => {
        table.boolean("publication_day_known").notNullable().defaultTo(true);
      });
  },
  async down(knex) {
    for (const name of ["licences", "penalties"])
      await knex.schema.alterTable(name, (table) => {
        table.dropColumn("publication_day_known");
      });
  },
};
