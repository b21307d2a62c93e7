/** The migration of webhooks, beside the table of apps. */
import type { Migration } from "../database/index.js";

/** Creates the tables. */
export const createWebhooks: Migration = {
  name: "20261130251000_create_webhooks",
  async up(knex) {
    await knex.raw(`create table webhooks (
      client_id text collate "C" primary key references apps on delete cascade,
      address text not null,
      kinds text[] not null,
      cursor text not null,
      tries integer not null,
      next_at timestamptz not null,
      failure text,
      failing_since timestamptz,
      claim uuid)`);
    await knex.raw("create index on webhooks (next_at)");
    await knex.raw(`create table webhook_set_aside (
      client_id text collate "C" not null references webhooks on delete cascade,
      number bigint generated always as identity,
      since text not null,
      cursor text not null,
      changes integer not null,
      tries integer not null,
      failure text not null,
      set_aside_at timestamptz not null default now(),
      primary key (client_id, number))`);
  },
  async down(knex) {
    await knex.raw("drop table webhook_set_aside, webhooks");
  },
};
