/** Lists of powers, duties and what is barred: their versions, and the items in the wording of each version. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createAgencyLists: Migration = {
  name: "20261201110000_create_agency_lists",
  async up(knex) {
    await knex.raw(`create table agency_lists (
      id text collate "C" primary key,
      kind text not null,
      name text not null,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      published_on date)`);
    // A body has one list of its powers and one of its duties: a power is listed or it is not.
    await knex.raw("create unique index on agency_lists (organ_id, kind) where kind <> 'NEGATIVE'");
    await knex.raw("create index on agency_lists (organ_id, id)");
    await knex.raw(`create table agency_list_versions (
      list_id text collate "C" not null references agency_lists (id) on delete cascade,
      number integer not null check (number > 0),
      organ_uscc text not null,
      division_code text collate "C" not null,
      cause text not null,
      caused_on date,
      applied_on date check (applied_on >= caused_on),
      reviewed_on date check (reviewed_on >= applied_on),
      approved_on date check (approved_on >= reviewed_on),
      published_on date check (published_on >= approved_on),
      primary key (list_id, number),
      check (published_on is null or approved_on is not null),
      check (approved_on is null or reviewed_on is not null),
      check (reviewed_on is null or applied_on is not null))`);
    await knex.raw(`create table agency_list_items (
      list_id text collate "C" not null,
      code text collate "C" not null,
      since integer not null,
      until integer check (until > since),
      name text not null,
      power_kind text,
      restriction text,
      catalog_code text collate "C" check (catalog_code ~ '^[0-9A-Z]{12}$'),
      content text,
      duties text[] not null default '{}',
      supervision text,
      accountability text,
      basis_ids text[] not null default '{}',
      primary key (list_id, code, since),
      foreign key (list_id, since) references agency_list_versions (list_id, number) on delete cascade,
      foreign key (list_id, until) references agency_list_versions (list_id, number) on delete cascade)`);
    await knex.raw("create index on agency_list_items (list_id, catalog_code)");
  },
  async down(knex) {
    await knex.raw("drop table agency_list_items, agency_list_versions, agency_lists");
  },
};
