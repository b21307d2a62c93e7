/** Consultations with their questions and answers. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the tables. */
export const createConsultations: Migration = {
  name: "20261130221000_create_consultations",
  async up(knex) {
    await knex.raw(`create table consultations (
      id text collate "C" primary key,
      matter_id text collate "C" not null,
      subject text not null,
      dept_id text not null,
      dept_uscc text not null,
      division_code text collate "C" not null,
      state text not null,
      may_publish boolean not null,
      asked_on date not null,
      answered_on date,
      published_on date,
      public_question text,
      public_answer text)`);
    await countVersions(knex, "consultations");
    await knex.raw("create index on consultations (matter_id, asked_on desc, id)");
    await knex.raw("create index on consultations (dept_uscc, asked_on desc, id)");
    await knex.raw("create index on consultations (subject, asked_on desc, id)");
    await knex.raw("create index on consultations (asked_on desc, id) where state = 'PUBLISHED'");
    await knex.raw(`create table consultation_turns (
      consultation_id text collate "C" not null references consultations (id) on delete cascade,
      number integer not null,
      question text not null,
      asked_on date not null,
      answer text,
      answered_on date,
      primary key (consultation_id, number))`);
  },
  async down(knex) {
    await knex.raw("drop table consultation_turns, consultations");
  },
};
