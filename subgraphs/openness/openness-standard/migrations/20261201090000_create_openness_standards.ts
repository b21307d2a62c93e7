/** The directory of standards: what is to be published, by whom and by when. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createOpennessStandards: Migration = {
  name: "20261201090000_create_openness_standards",
  async up(knex) {
    // What is checked runs from the creation of a document, within a time: another row could not be computed.
    await knex.raw(`create table openness_standards (
      code text collate "C" primary key,
      topic text not null,
      item text not null,
      content text not null,
      basis text[] not null check (cardinality(basis) > 0),
      due text not null,
      due_amount integer check (due_amount between 0 and 1000),
      due_unit text,
      due_from text,
      publisher text check (publisher <> ''),
      channels text[] not null check (cardinality(channels) > 0),
      audience text not null,
      manner text not null,
      levels text[] not null check (cardinality(levels) > 0),
      checked_kind text,
      check ((due_amount is null) = (due_unit is null) and (due_unit is null) = (due_from is null)),
      check (checked_kind is null or (due_amount is not null and due_from = 'CREATION')))`);
  },
  async down(knex) {
    await knex.schema.dropTable("openness_standards");
  },
};
