/** Cases of listing: notice, defence and decision, before there is an entry. */
import { countVersions, stopCountingVersions } from "../../../../platform/write/index.js";
import type { Migration } from "../../../../platform/database/index.js";

/** Creates the table. */
export const createListingCases: Migration = {
  name: "20261130221000_create_listing_cases",
  async up(knex) {
    await knex.raw(`create table listing_cases (
      no text collate "C" primary key,
      counterparty_id text not null,
      counterparty_uscc text not null,
      authority_id text not null,
      authority_uscc text not null,
      division_code text not null,
      list text not null,
      kind text not null check (kind in ('WATCH', 'SERIOUS', 'ABNORMAL')),
      basis_law text not null,
      reason text not null,
      measure_codes text[] not null default '{}',
      state text not null,
      prior_notice_on date not null,
      statement text,
      stated_on date,
      decided_on date check (decided_on >= prior_notice_on),
      decision text,
      remedy text,
      decision_doc_no text,
      entry_id text,
      check ((state = 'LISTED') = (entry_id is not null)))`);
    await knex.raw("create index on listing_cases (prior_notice_on, no)");
    await knex.raw("create index on listing_cases (counterparty_id, list)");
    await countVersions(knex, "listing_cases");
  },
  async down(knex) {
    await stopCountingVersions(knex, "listing_cases");
    await knex.raw("drop table listing_cases");
  },
};
