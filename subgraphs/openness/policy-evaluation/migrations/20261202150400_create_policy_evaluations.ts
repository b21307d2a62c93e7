/** Evaluations of policies. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. A figure of a survey without its sample and its question says nothing: no survey is reported without both. */
export const createPolicyEvaluations: Migration = {
  name: "20261202150400_create_policy_evaluations",
  async up(knex) {
    await knex.raw(`create table policy_evaluations (
      id text collate "C" primary key,
      index_no text collate "C" not null,
      evaluator_kind text not null,
      evaluator text not null,
      method text not null,
      sample_size integer check (sample_size > 0),
      question_text text,
      commissioned_on date not null,
      field_from date check (field_from >= commissioned_on),
      reported_on date check (reported_on >= field_from),
      conclusions text check ((conclusions is null) = (reported_on is null)),
      score numeric check (score between 0 and 100),
      responded_on date check (responded_on >= reported_on),
      response text check ((response is null) = (responded_on is null)),
      organ_id text collate "C" not null,
      organ_uscc text not null,
      division_code text collate "C" not null,
      published_on date,
      constraint survey_with_sample_and_question
        check (evaluator_kind <> 'SURVEY' or reported_on is null or (sample_size is not null and question_text is not null)))`);
    await knex.raw("create index on policy_evaluations (index_no, commissioned_on, id)");
    await knex.raw("create index on policy_evaluations (commissioned_on desc, id desc)");
    await knex.raw("create index on policy_evaluations (division_code, commissioned_on desc, id desc)");
  },
  async down(knex) {
    await knex.raw("drop table policy_evaluations");
  },
};
