/** The tables of writes that every service has: the journal of transitions, which nothing changes, and idempotency keys. */
import type { Migration } from "../database/index.js";

/** Names of the tables; whoever clears a service's records clears them. */
export const WRITE_TABLES = ["transitions", "idempotency_keys"] as const;

/** Makes them. */
export const createWriteTables: Migration = {
  name: "20261130050000_create_write_tables",
  async up(knex) {
    await knex.raw(`create table transitions (
      id bigint generated always as identity primary key,
      kind text not null,
      key text collate "C" not null,
      version integer not null,
      event text not null,
      from_state text,
      to_state text not null,
      part text not null,
      actor text,
      agency text,
      recorded_at timestamptz not null,
      basis text not null,
      reason text,
      input_hash text,
      unique (kind, key, version))`);
    await knex.raw(`create function refuse_change_of_journal() returns trigger language plpgsql as $$
      begin
        raise exception 'The journal of transitions is only written to.';
      end $$`);
    await knex.raw(
      "create trigger append_only before update or delete on transitions for each row execute function refuse_change_of_journal()",
    );
    await knex.raw(`create table idempotency_keys (
      actor text not null,
      key text not null,
      verb text not null,
      input_hash text not null,
      outcome text,
      expires_at timestamptz not null,
      primary key (actor, key))`);
    await knex.raw("create index on idempotency_keys (expires_at)");
  },
  async down(knex) {
    await knex.raw("drop table idempotency_keys, transitions");
    await knex.raw("drop function refuse_change_of_journal");
  },
};
