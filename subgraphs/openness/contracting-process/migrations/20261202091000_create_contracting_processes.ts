/** Contracting processes: trade in public resources, purchase of services and partnerships, with awards, contracts and payments. */
import type { Migration } from "../../../../platform/database/index.js";

const OWNER = 'buyer_uscc text not null, division_code text collate "C" not null';

/** Creates the tables. Money is in fen. */
export const createContractingProcesses: Migration = {
  name: "20261202091000_create_contracting_processes",
  async up(knex) {
    await knex.raw(`create table contracting_processes (
      id text collate "C" primary key,
      kind text not null,
      title text not null,
      description text,
      buyer_id text collate "C" not null,
      ${OWNER},
      budget_fen bigint check (budget_fen >= 0),
      planned_on date not null,
      method text,
      method_details text,
      tendered_on date check (tendered_on >= planned_on),
      closes_on date check (closes_on >= tendered_on),
      tender_fen bigint check (tender_fen >= 0),
      partnership_stage text check ((partnership_stage is not null) = (kind = 'PARTNERSHIP')),
      value_for_money text,
      affordability text,
      published_on date check (published_on >= planned_on),
      check ((tendered_on is null) = (method is null)))`);
    await knex.raw("create index on contracting_processes (planned_on, id)");
    await knex.raw("create index on contracting_processes (buyer_id, planned_on, id)");
    await knex.raw("create index on contracting_processes (division_code text_pattern_ops)");
    await knex.raw(`create table contracting_awards (
      process_id text collate "C" not null references contracting_processes (id) on delete cascade,
      number integer not null check (number > 0),
      ${OWNER},
      supplier_id text collate "C",
      supplier_name text not null,
      amount_fen bigint not null check (amount_fen > 0),
      bidders integer check (bidders > 0),
      awarded_on date not null,
      published_on date check (published_on >= awarded_on),
      primary key (process_id, number))`);
    await knex.raw(`create table contracting_contracts (
      process_id text collate "C" not null,
      number integer not null,
      ${OWNER},
      amount_fen bigint not null check (amount_fen > 0),
      signed_on date not null,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      published_on date check (published_on >= signed_on),
      primary key (process_id, number),
      foreign key (process_id, number) references contracting_awards (process_id, number) on delete cascade)`);
    await knex.raw(`create table contracting_payments (
      process_id text collate "C" not null,
      number integer not null,
      position integer not null check (position > 0),
      ${OWNER},
      amount_fen bigint not null check (amount_fen > 0),
      paid_on date not null,
      published_on date check (published_on >= paid_on),
      primary key (process_id, number, position),
      foreign key (process_id, number) references contracting_contracts (process_id, number) on delete cascade)`);
  },
  async down(knex) {
    await knex.raw("drop table contracting_payments, contracting_contracts, contracting_awards, contracting_processes");
  },
};
