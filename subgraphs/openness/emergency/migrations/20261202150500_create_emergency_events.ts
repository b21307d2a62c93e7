/** Emergencies with what the public was told of them. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. A notice says when the next one comes, or is the last: neither leaves the public waiting without a word. */
export const createEmergencyEvents: Migration = {
  name: "20261202150500_create_emergency_events",
  async up(knex) {
    await knex.raw(`create table emergency_events (
      id text collate "C" primary key,
      level text not null,
      kind text not null,
      title text not null,
      occurred_on date not null,
      reported_at timestamptz not null,
      verified_at timestamptz check (verified_at >= reported_at),
      conference_at timestamptz check (conference_at >= reported_at),
      reviewed_on date,
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      published_on date)`);
    await knex.raw("create index on emergency_events (occurred_on desc, id desc)");
    await knex.raw("create index on emergency_events (division_code, occurred_on desc, id desc)");
    await knex.raw(`create table emergency_notices (
      event_id text collate "C" not null references emergency_events (id) on delete cascade,
      seq integer not null check (seq >= 1),
      published_at timestamptz not null,
      content text not null,
      next_update_at timestamptz,
      is_last boolean not null,
      primary key (event_id, seq),
      constraint next_update_or_last check (is_last = (next_update_at is null)),
      constraint next_update_after_notice check (next_update_at > published_at))`);
  },
  async down(knex) {
    await knex.raw("drop table emergency_notices, emergency_events");
  },
};
