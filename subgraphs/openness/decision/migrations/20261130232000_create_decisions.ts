/** Major decisions: their steps, how the public was asked, and what it said. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the tables. */
export const createDecisions: Migration = {
  name: "20261130232000_create_decisions",
  async up(knex) {
    await knex.raw(`create table decisions (
      id text collate "C" primary key,
      title text not null,
      kind text not null,
      state text not null,
      organiser_id text collate "C" not null,
      organiser_uscc text not null,
      division_code text collate "C" not null,
      proposed_on date not null,
      opened_on date check (opened_on >= proposed_on),
      draft text,
      explanation text,
      basis_ids text[] not null default '{}',
      fund_policy_codes text[] not null default '{}',
      decided_on date check (decided_on >= proposed_on),
      published_on date check (published_on >= decided_on and published_on >= opened_on),
      adopted_index_no text references public_documents (index_no),
      check ((published_on is not null) = (state in ('PUBLISHED', 'EVALUATED'))),
      check (published_on is null or opened_on is not null))`);
    await countVersions(knex, "decisions");
    await knex.raw("create index on decisions (proposed_on desc, id)");
    await knex.raw("create index on decisions (organiser_id, proposed_on desc, id)");
    await knex.raw("create index on decisions (division_code, proposed_on desc, id)");
    await knex.raw("create index on decisions (adopted_index_no)");
    await knex.raw(`create table decision_steps (
      decision_id text collate "C" not null references decisions (id) on delete cascade,
      step text not null,
      taken_on date,
      document_title text,
      outcome text,
      not_needed_because text,
      primary key (decision_id, step),
      check ((taken_on is null) <> (not_needed_because is null)),
      check (not_needed_because is null or step not in ('LEGALITY_REVIEW', 'COLLECTIVE_DISCUSSION')))`);
    await knex.raw(`create table decision_consultations (
      decision_id text collate "C" primary key references decisions (id) on delete cascade,
      organiser_uscc text not null,
      division_code text collate "C" not null,
      opens_on date not null,
      closes_on date not null check (closes_on >= opens_on),
      channel text not null,
      shortened_because text,
      summary text,
      summarised_on date check (summarised_on > closes_on),
      check ((summary is null) = (summarised_on is null)))`);
    await knex.raw("create index on decision_consultations (division_code, closes_on, decision_id)");
    await knex.raw(`create table consultation_topics (
      id text collate "C" primary key,
      decision_id text collate "C" not null references decision_consultations (decision_id) on delete cascade,
      position integer not null,
      name text not null,
      unique (decision_id, position))`);
    await knex.raw(`create table opinions (
      id text collate "C" primary key,
      decision_id text collate "C" not null references decision_consultations (decision_id) on delete cascade,
      topic_id text collate "C" not null references consultation_topics (id),
      subject text not null,
      author_kind text not null,
      organiser_uscc text not null,
      division_code text collate "C" not null,
      text text not null,
      given_on date not null,
      state text not null,
      reason text,
      answered_on date check (answered_on >= given_on),
      check ((state = 'PENDING') = (answered_on is null)),
      check (state <> 'NOT_ADOPTED' or reason is not null))`);
    await countVersions(knex, "opinions");
    await knex.raw("create index on opinions (topic_id, given_on, id)");
    await knex.raw("create index on opinions (decision_id, given_on, id)");
    await knex.raw("create index on opinions (subject, given_on, id)");
  },
  async down(knex) {
    await knex.raw("drop table opinions, consultation_topics, decision_consultations, decision_steps, decisions");
  },
};
