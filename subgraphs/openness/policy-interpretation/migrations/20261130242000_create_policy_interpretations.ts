/** Interpretations of documents, with the questions that they answer. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the tables. */
export const createPolicyInterpretations: Migration = {
  name: "20261130242000_create_policy_interpretations",
  async up(knex) {
    await knex.raw(`create table policy_interpretations (
      id text collate "C" primary key,
      index_no text not null references public_documents (index_no) on delete cascade,
      kind text not null,
      title text not null,
      author text not null,
      issuer_uscc text,
      division_code text collate "C" not null,
      published_on date,
      text text,
      first_spokesperson text)`);
    await knex.raw("create index on policy_interpretations (index_no, published_on, id)");
    await knex.raw("create index on policy_interpretations (published_on desc, id desc)");
    await knex.raw("create index on policy_interpretations (division_code, published_on desc, id desc)");
    await knex.raw(
      "create index public_documents_normative_index on public_documents (published_on desc, index_no desc) where normative",
    );
    await knex.raw(`create table interpretation_questions (
      interpretation_id text collate "C" not null references policy_interpretations (id) on delete cascade,
      position integer not null check (position >= 1),
      question text not null,
      answer text not null,
      primary key (interpretation_id, position))`);
  },
  async down(knex) {
    await knex.raw("drop table interpretation_questions, policy_interpretations");
    await knex.raw("drop index public_documents_normative_index");
  },
};
