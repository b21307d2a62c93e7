/** Review, registration and filing of normative documents. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createDocumentRegistrations: Migration = {
  name: "20261201124000_create_document_registrations",
  async up(knex) {
    await knex.raw(`create table document_registrations (
      index_no text collate "C" primary key,
      legality_reviewer text,
      legality_reviewed_on date,
      discussed_on date check (discussed_on >= legality_reviewed_on),
      registration_no text collate "C" unique,
      registered_on date,
      filing_no text collate "C",
      filed_with text,
      filed_on date,
      check ((legality_reviewer is null) = (legality_reviewed_on is null)),
      check ((registration_no is null) = (registered_on is null)),
      check ((filing_no is null) = (filed_on is null)))`);
  },
  async down(knex) {
    await knex.raw("drop table document_registrations");
  },
};
