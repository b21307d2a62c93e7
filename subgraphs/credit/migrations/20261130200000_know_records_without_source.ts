/** A decision is one record whichever system exports it: what it is found by no longer has the mapping's source (decision 47). */
import type { Migration } from "../../../platform/database/index.js";

/** Records that are known by a source keep it until they are loaded, or rehashed by `npm run refresh`. Taken back, newer ones are found by nothing. */
export const knowRecordsWithoutSource: Migration = {
  name: "20261130200000_know_records_without_source",
  async up(knex) {
    await knex.raw("alter table record_keys alter column source drop not null");
    // Empty once all are rehashed: asking it is free then.
    await knex.raw("create index record_keys_source on record_keys (source) where source is not null");
  },
  async down(knex) {
    await knex.raw("drop index record_keys_source");
    await knex.raw("update record_keys set source = '' where source is null");
    await knex.raw("alter table record_keys alter column source set not null");
  },
};
