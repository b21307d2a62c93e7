/** What writes of objections keep: versions of them and of the records that they are about, and what was decided. */
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";
import type { Migration } from "../../../../platform/database/index.js";

/** Adds them. What was objected to before is compared with the record as it is now. */
export const writeObjections: Migration = {
  name: "20261130201000_write_objections",
  async up(knex) {
    for (const table of ["list_entries", "licences"]) await countVersions(knex, table);
    await knex.raw("alter table objections add decision text, add record_version integer not null default 1");
    await knex.raw(`update objections o set record_version = r.version
      from (select id, version from penalties union all select id, version from licences) r
      where r.id = o.record_id and r.version > 1`);
    await countVersions(knex, "objections");
  },
  async down(knex) {
    for (const table of ["list_entries", "licences", "objections"]) await stopCountingVersions(knex, table);
    await knex.raw("alter table list_entries drop version");
    await knex.raw("alter table objections drop version, drop decision, drop record_version");
  },
};
