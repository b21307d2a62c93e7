/** Which allotment of an earlier year the money of an allotment was carried over from (上年结转). */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds it. Of allotments that exist nobody knows. */
export const addCarriedFrom: Migration = {
  name: "20261130140000_add_carried_from",
  async up(knex) {
    await knex.raw("alter table allotments add carried_from text");
    await knex.raw("create index on allotments (carried_from) where carried_from is not null");
  },
  async down(knex) {
    await knex.raw("alter table allotments drop carried_from");
  },
};
