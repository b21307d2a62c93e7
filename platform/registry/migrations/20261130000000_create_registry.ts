/** Tables of the registry: versions, what happened to them, who consented, and the bundles that were made. */
import type { Migration } from "../../database/index.js";

/** Creates them; history, consents and bundles are added to, and never changed. */
export const createRegistry: Migration = {
  name: "20261130000000_create_registry",
  async up(knex) {
    await knex.raw(`create table subgraph_versions (
      subgraph text not null,
      version integer not null check (version > 0),
      change integer not null,
      sdl text not null,
      overlay text,
      url text,
      owner jsonb not null,
      enforces boolean not null,
      state text not null check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'LIVE', 'RETIRED')),
      author text not null,
      reason text not null,
      primary key (subgraph, version))`);
    await knex.raw("create unique index subgraph_versions_live on subgraph_versions (subgraph) where state = 'LIVE'");
    await knex.raw("create index subgraph_versions_change on subgraph_versions (change)");
    await knex.raw(`create table version_steps (
      id integer generated always as identity primary key,
      subgraph text not null,
      version integer not null,
      event text not null,
      state text not null,
      actor text not null,
      reason text not null,
      at timestamptz not null,
      foreign key (subgraph, version) references subgraph_versions)`);
    await knex.raw("create index version_steps_version on version_steps (subgraph, version)");
    await knex.raw(`create table change_approvals (
      change integer not null,
      approver text not null,
      approved text not null,
      at timestamptz not null,
      primary key (change, approver))`);
    await knex.raw(`create table bundles (
      version integer primary key check (version > 0),
      signed text not null,
      made_by text not null,
      reason text not null,
      at timestamptz not null)`);
    await knex.raw(`create function keep_as_it_is() returns trigger language plpgsql as
      $$ begin raise exception 'the history of the registry is added to, and never changed'; end $$`);
    for (const table of ["version_steps", "bundles"])
      await knex.raw(
        `create trigger keep_as_it_is before update or delete on ${table} for each statement execute function keep_as_it_is()`,
      );
  },
  async down(knex) {
    for (const table of ["bundles", "change_approvals", "version_steps", "subgraph_versions"])
      await knex.schema.dropTable(table);
    await knex.raw("drop function keep_as_it_is()");
  },
};
