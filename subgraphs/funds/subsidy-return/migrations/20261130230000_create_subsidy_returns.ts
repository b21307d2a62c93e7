/** Lines of subsidy batches that the bank sent back, a row for each, and the bank that a batch was paid by. */
import type { Migration } from "../../../../platform/database/index.js";

/** Creates them. Of lines that came back before, the line alone tells. */
export const createSubsidyReturns: Migration = {
  name: "20261130230000_create_subsidy_returns",
  async up(knex) {
    await knex.raw("alter table subsidy_batches add bank_uscc text");
    await knex.raw(`create table subsidy_returns (
      return_no text collate "C" primary key,
      batch_no text not null,
      line_no integer not null,
      recipient_hash text not null,
      agency_uscc text not null,
      receiver_uscc text not null,
      bank_uscc text,
      village_code text not null,
      amount_fen bigint not null check (amount_fen > 0),
      movement_id bigint not null unique,
      returned_on date not null,
      reason text not null,
      repaid_on date,
      repaid_payment_no text references payments (payment_no),
      version integer not null default 1,
      foreign key (batch_no, line_no) references subsidy_lines (batch_no, line_no) on delete cascade,
      unique (batch_no, line_no),
      check (num_nonnulls(repaid_on, repaid_payment_no) in (0, 2)))`);
  },
  async down(knex) {
    await knex.raw("drop table subsidy_returns");
    await knex.raw("alter table subsidy_batches drop bank_uscc");
  },
};
