/** What writes of the market need: versions, whom a project selected, where a dispute began, sealed bids and objections. */
import type { Migration } from "../../../../platform/database/index.js";

const UP = [
  `alter table intermediary_procurements add version integer not null default 1, add selected_uscc text,
     add reveals_until date, add disputed_from text`,
  `update intermediary_procurements p set selected_uscc = b.firm_uscc from bids b
     where b.project_no = p.project_no and b.intermediary_id = p.selected_id`,
  // Whether work had begun was not kept: a signed contract without a result is taken for work under way.
  `update intermediary_procurements set disputed_from = case when accepted_on is not null then 'ACCEPTED'
     when delivered_on is not null then 'DELIVERED' when contract_no is not null then 'IN_SERVICE' else 'IN_PUBLICITY' end
     where state = 'DISPUTED'`,
  `alter table bids add id text generated always as (project_no || ':' || firm_uscc) stored not null,
     add state text not null default 'REVEALED', add version integer not null default 1, add commitment text,
     add content_hash text, add sealed_at timestamptz`,
  // Bids of before did not say a price where the owner fixes it: they entered, and count as they are.
  "update bids set state = 'SEALED' where price_fen is null",
  "alter table bids alter state set default 'SEALED'",
  "create unique index bids_id_unique on bids (id)",
  // What is sealed has no price, whoever writes it.
  "alter table bids add constraint sealed_without_price check (state <> 'SEALED' or (price_fen is null and content_hash is null))",
  `alter table bids add constraint commitment_is_a_hash check (commitment ~ '^[0-9a-f]{64}$')`,
  "alter table bids add constraint price_above_zero check (price_fen is null or price_fen > 0 or commitment is null)",
  `create table procurement_objections (
     id bigint generated always as identity primary key,
     project_no text not null references intermediary_procurements on delete cascade,
     firm_uscc text not null,
     reasons text not null,
     filed_on date not null,
     settled_on date,
     answer text)`,
  "create index on procurement_objections (project_no)",
] as const;

const DOWN = [
  "drop table procurement_objections",
  "drop index bids_id_unique",
  "alter table bids drop constraint sealed_without_price, drop constraint commitment_is_a_hash, drop constraint price_above_zero",
  "alter table bids drop id, drop state, drop version, drop commitment, drop content_hash, drop sealed_at",
  "alter table intermediary_procurements drop version, drop selected_uscc, drop reveals_until, drop disputed_from",
] as const;

/** Adds them. Records that exist are of version 1. */
export const addMarketWrites: Migration = {
  name: "20261130084000_add_market_writes",
  async up(knex) {
    for (const sql of UP) await knex.raw(sql);
  },
  async down(knex) {
    for (const sql of DOWN) await knex.raw(sql);
  },
};
