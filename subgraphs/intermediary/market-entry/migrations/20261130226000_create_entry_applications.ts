/** Applications of firms to enter the market, or to provide more in it. */
import type { Migration } from "../../../../platform/database/index.js";

/** The table. */
export const createEntryApplications: Migration = {
  name: "20261130226000_create_entry_applications",
  async up(knex) {
    await knex.raw(`create table entry_applications (
      no text primary key,
      firm_uscc text not null,
      firm_name text not null,
      division_code text not null,
      department_uscc text not null,
      service_codes text[] not null check (cardinality(service_codes) > 0),
      qualifications jsonb not null,
      capacity integer check (capacity > 0),
      related_usccs text[] not null,
      state text not null default 'SUBMITTED',
      submitted_on date not null,
      decided_on date,
      reasons text,
      version integer not null default 1)`);
    await knex.raw("create index on entry_applications (submitted_on desc, no)");
    // A firm has one application at a time with a department.
    await knex.raw(
      "create unique index one_open_entry on entry_applications (firm_uscc, department_uscc) where state = 'SUBMITTED'",
    );
  },
  async down(knex) {
    await knex.raw("drop table entry_applications");
  },
};
