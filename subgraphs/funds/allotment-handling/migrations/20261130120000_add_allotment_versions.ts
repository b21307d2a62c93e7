/** Who answers for a division's money, who received an allotment, and versions of allotments, which every write counts up. */
import type { Migration } from "../../../../platform/database/index.js";

/**
 * Adds them. Allotments that exist are of version 1; where one agency alone issued for a division, it is its finance department
 * (预算法 第五十二条), and received what was issued to it.
 */
export const addAllotmentVersions: Migration = {
  name: "20261130120000_add_allotment_versions",
  async up(knex) {
    await knex.raw(
      "create table finance_departments (division_code text primary key, agency_uscc text not null unique)",
    );
    await knex.raw(
      `insert into finance_departments (division_code, agency_uscc)
       select agency_division, min(agency_uscc) from allotments
       where agency_uscc is not null group by agency_division having count(distinct agency_uscc) = 1
       on conflict do nothing`,
    );
    await knex.raw("alter table allotments add version integer not null default 1, add receiver_uscc text");
    await knex.raw(
      "update allotments set receiver_uscc = of_division.agency_uscc from finance_departments of_division where division_code = to_division",
    );
  },
  async down(knex) {
    await knex.raw("alter table allotments drop version, drop receiver_uscc");
    await knex.raw("drop table finance_departments");
  },
};
