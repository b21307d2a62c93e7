/** The migration of notices: which of them somebody has read. Everything else of a notice stands in the journal. */
import type { Knex } from "knex";
import type { Migration } from "../database/index.js";

/** Table of the marks. */
export const NOTICE_MARKS = "notice_marks";

/** Makes it. */
export const createNoticeMarks: Migration = {
  name: "20261130220000_create_notice_marks",
  async up(knex) {
    await knex.raw(`create table ${NOTICE_MARKS} (
      reader text not null,
      transition_id bigint not null,
      read_at timestamptz not null,
      primary key (reader, transition_id))`);
    await knex.raw(`create index on ${NOTICE_MARKS} (read_at)`);
  },
  async down(knex) {
    await knex.raw(`drop table ${NOTICE_MARKS}`);
  },
};

/** Marks belong to the records that are cleared. */
export const clearNoticeMarks = async (db: Knex): Promise<void> => {
  await db(NOTICE_MARKS).truncate();
};
