/** Versions of matters carry their editorial state, so that one that was never published stays with its agency when a later one is. */
import type { Migration } from "../../../platform/database/index.js";

/** Adds the state; the version that a matter stands at follows the matter's own. */
export const addVersionStates: Migration = {
  name: "20261128190000_add_version_states",
  async up(knex) {
    await knex.schema.alterTable("service_matter_versions", (table) => table.text("status"));
    // Which versions were published was not kept: those of a matter that is public were public with it.
    await knex.raw(
      "update service_matter_versions v set status = m.status from service_matters m where m.id = v.matter_id",
    );
    await knex.schema.alterTable("service_matter_versions", (table) => table.dropNullable("status"));
    await knex.raw(`create function follow_matter_status() returns trigger language plpgsql as $$
      begin
        update service_matter_versions set status = new.status where matter_id = new.id and version = new.version;
        return null;
      end $$`);
    await knex.raw(`create trigger follow_matter_status after update of status on service_matters
      for each row when (old.status is distinct from new.status) execute function follow_matter_status()`);
  },
  async down(knex) {
    await knex.raw("drop trigger follow_matter_status on service_matters");
    await knex.raw("drop function follow_matter_status()");
    await knex.schema.alterTable("service_matter_versions", (table) => table.dropColumn("status"));
  },
};
