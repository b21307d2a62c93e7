/** Requests for information, and the third parties that were asked about them. */
import type { Migration } from "../../../../platform/database/index.js";
import { countVersions } from "../../../../platform/write/index.js";

/** Creates the tables. */
export const createDisclosureRequests: Migration = {
  name: "20261130261000_create_disclosure_requests",
  async up(knex) {
    await knex.raw(`create table disclosure_requests (
      request_no text collate "C" primary key,
      subject text not null,
      applicant_kind text not null,
      applicant_name text not null check (applicant_name ~ '\\S'),
      contact text not null check (contact ~ '\\S'),
      agency_id text collate "C" not null,
      agency_uscc text not null,
      division_code text collate "C" not null,
      description text not null,
      form_wanted text not null,
      state text not null,
      received_on date not null,
      correction_asked_on date check (correction_asked_on >= received_on),
      correct_by date check (correct_by > correction_asked_on),
      unclear text,
      corrected_on date check (corrected_on between correction_asked_on and correct_by),
      correction text,
      extended_on date check (extended_on >= received_on),
      extension_reasons text,
      outcome text,
      reasons text,
      remedy text,
      index_no text,
      ended_on date check (ended_on >= received_on),
      check (num_nulls(correction_asked_on, correct_by, unclear) in (0, 3)),
      check ((corrected_on is null) = (correction is null)),
      check ((extended_on is null) = (extension_reasons is null)),
      check ((state = 'ANSWERED') = (outcome is not null)),
      check ((state in ('ANSWERED', 'ABANDONED', 'WITHDRAWN')) = (ended_on is not null)),
      check (outcome in ('DISCLOSED', 'ALREADY_PUBLIC') or num_nulls(reasons, remedy) = 0 or outcome is null))`);
    await countVersions(knex, "disclosure_requests");
    await knex.raw("create index on disclosure_requests (agency_uscc, received_on desc, request_no)");
    await knex.raw("create index on disclosure_requests (agency_id, received_on)");
    await knex.raw("create index on disclosure_requests (division_code, received_on desc, request_no)");
    await knex.raw("create index on disclosure_requests (subject, received_on desc, request_no)");
    await knex.raw("create index on disclosure_requests (correct_by) where state = 'CORRECTION_ASKED'");
    await knex.raw(`create table disclosure_consultations (
      request_no text collate "C" not null references disclosure_requests (request_no) on delete cascade,
      number integer not null,
      third_party text not null,
      asked_on date not null,
      ended_on date check (ended_on >= asked_on),
      opinion text,
      opinion_text text,
      check ((ended_on is null) = (opinion is null)),
      primary key (request_no, number))`);
  },
  async down(knex) {
    await knex.raw("drop table disclosure_consultations, disclosure_requests");
  },
};
