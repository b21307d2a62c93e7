/** Credit codes say whose they are: of the department that approves, or of the firm that serves (中介机构). */
import type { Migration } from "../../../platform/database/index.js";

const NAMES = [
  ["market_projects", "department_uscc"],
  ["bids", "firm_uscc"],
  ["agency_sanctions", "firm_uscc"],
] as const;

/** Renames the one name that stood for both. */
export const nameParties: Migration = {
  name: "20261129003000_name_parties",
  async up(knex) {
    for (const [table, name] of NAMES) await knex.raw("alter table ?? rename column agency_uscc to ??", [table, name]);
  },
  async down(knex) {
    for (const [table, name] of NAMES) await knex.raw("alter table ?? rename column ?? to agency_uscc", [table, name]);
  },
};
