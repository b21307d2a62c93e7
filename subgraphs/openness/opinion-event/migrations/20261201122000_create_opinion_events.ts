/** Events of public concern, and what was answered. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createOpinionEvents: Migration = {
  name: "20261201122000_create_opinion_events",
  async up(knex) {
    await knex.raw(`create table opinion_events (
      id text collate "C" primary key,
      topic text not null,
      source text not null,
      heat integer not null check (heat >= 0),
      detected_at timestamptz not null,
      detected_on date not null,
      level text,
      division_code text collate "C" not null,
      responsible_id text collate "C",
      responsible_uscc text,
      responded_at timestamptz check (responded_at >= detected_at),
      responded_on date,
      effect text,
      check (num_nulls(responsible_id, responsible_uscc) in (0, 2)),
      check (responsible_id is null or level is not null),
      check (responded_at is null or responsible_id is not null),
      check (effect is null or responded_at is not null),
      check (detected_on = (detected_at at time zone 'Asia/Shanghai')::date),
      check (responded_on is not distinct from (responded_at at time zone 'Asia/Shanghai')::date))`);
    await knex.raw("create index on opinion_events (detected_on desc, id)");
    await knex.raw("create index on opinion_events (division_code, detected_on desc, id)");
    await knex.raw("create index on opinion_events (responsible_uscc, detected_on desc, id)");
    await knex.raw(`create table opinion_responses (
      event_id text collate "C" not null references opinion_events (id) on delete cascade,
      number integer not null check (number >= 1),
      at timestamptz not null,
      form text not null,
      text text not null,
      primary key (event_id, number))`);
  },
  async down(knex) {
    await knex.raw("drop table opinion_responses, opinion_events");
  },
};
