/** Press events, what was said there and the documents of which they speak. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createPressEvents: Migration = {
  name: "20261201123000_create_press_events",
  async up(knex) {
    await knex.raw(`create table press_events (
      id text collate "C" primary key,
      kind text not null,
      topic text not null,
      organiser_id text collate "C" not null,
      organiser_uscc text not null,
      division_code text collate "C" not null,
      announced_on date check (announced_on <= held_on),
      held_on date not null,
      speakers text[] not null check (cardinality(speakers) between 1 and 10))`);
    await knex.raw("create index on press_events (held_on desc, id)");
    await knex.raw("create index on press_events (division_code, held_on desc, id)");
    await knex.raw(`create table press_statements (
      event_id text collate "C" not null references press_events (id) on delete cascade,
      position integer not null check (position >= 1),
      question text,
      speaker text not null,
      words text not null,
      primary key (event_id, position))`);
    await knex.raw(`create table press_documents (
      event_id text collate "C" not null references press_events (id) on delete cascade,
      index_no text not null references public_documents (index_no) on delete cascade,
      primary key (event_id, index_no))`);
    await knex.raw("create index on press_documents (index_no)");
  },
  async down(knex) {
    await knex.raw("drop table press_documents, press_statements, press_events");
  },
};
