/** History: versions of divisions, merged organisations, identifiers that changed hands. */
import type { Migration } from "../../../platform/database/index.js";

/** Adds what is needed to answer for a day in the past. */
export const addHistory: Migration = {
  name: "20261125090000_add_history",
  async up(knex) {
    // Only codes that changed have rows here; the version of all others is their row of divisions.
    await knex.schema.createTable("division_versions", (table) => {
      table.increments("id");
      table.text("code").notNullable().index();
      table.text("name").notNullable();
      table.text("level").notNullable();
      table.text("kind");
      table.text("parent_code");
      table.date("valid_from");
      table.date("valid_to");
      table.text("source");
    });
    await knex.raw(
      "create index divisions_replaced_by_index on divisions (replaced_by_code) where replaced_by_code is not null",
    );
    await knex.schema.alterTable("organizations", (table) => {
      table.date("established_on");
      table.date("status_since");
      table.text("merged_into_id");
      table.date("merged_on");
    });
    await knex.raw(
      "create index organizations_merged_into_index on organizations (merged_into_id) where merged_into_id is not null",
    );
    await knex.schema.alterTable("organization_identifiers", (table) => {
      table.date("valid_from");
      table.date("valid_to");
      table.dropPrimary();
      table.index(["scheme", "value"]);
    });
    // A code has one holder at a time.
    await knex.raw(
      "create unique index organization_identifiers_holder_index on organization_identifiers (scheme, value) where valid_to is null",
    );
  },
  async down(knex) {
    await knex("organization_identifiers").whereNotNull("valid_to").delete();
    await knex.raw("drop index organization_identifiers_holder_index");
    await knex.schema.alterTable("organization_identifiers", (table) => {
      table.dropIndex(["scheme", "value"]);
      table.dropColumns("valid_from", "valid_to");
      table.primary(["scheme", "value"]);
    });
    await knex.raw("drop index organizations_merged_into_index");
    await knex.schema.alterTable("organizations", (table) => {
      table.dropColumns("established_on", "status_since", "merged_into_id", "merged_on");
    });
    await knex.raw("drop index divisions_replaced_by_index");
    await knex.schema.dropTable("division_versions");
  },
};
