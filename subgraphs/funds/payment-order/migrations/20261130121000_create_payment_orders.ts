/** Payment orders: what is asked to be paid, before money leaves the treasury. */
import type { Migration } from "../../../../platform/database/index.js";

/** Makes the table. */
export const createPaymentOrders: Migration = {
  name: "20261130121000_create_payment_orders",
  async up(knex) {
    await knex.raw(`create table payment_orders (
      order_no text collate "C" primary key,
      allocation_id text not null references allocations (id),
      allotment_no text not null references allotments (allotment_no),
      payee_org_id text not null,
      amount_fen bigint not null check (amount_fen > 0),
      purpose text not null,
      account_tail text,
      agency_uscc text not null,
      finance_uscc text not null,
      bank_uscc text,
      division_code text not null,
      requested_by text not null,
      requested_on date not null,
      payment_no text unique,
      state text not null,
      version integer not null default 1)`);
    await knex.raw("create index on payment_orders (allocation_id)");
    await knex.raw("create index on payment_orders (allotment_no)");
  },
  async down(knex) {
    await knex.raw("drop table payment_orders");
  },
};
