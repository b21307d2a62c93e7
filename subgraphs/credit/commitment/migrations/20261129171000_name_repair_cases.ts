/** The case of repair for which a commitment was made: it is as closed as the record that is repaired. */
import type { Migration } from "../../../../platform/database/index.js";

/** Fills the column where one case alone fits body, authority and day; what fits none or several names none, and is given to nobody. */
export const nameRepairCases: Migration = {
  name: "20261129171000_name_repair_cases",
  async up(knex) {
    await knex.raw("alter table commitments add repair_no text");
    await knex.raw(`update commitments c set repair_no = f.no
      from (select c.id, min(r.no) as no from commitments c join repair_cases r
          on r.counterparty_id = c.counterparty_id and r.authority_uscc = c.authority_uscc and r.applied_on = c.signed_on
        where c.type = 'CREDIT_REPAIR' group by c.id having count(*) = 1) f
      where f.id = c.id`);
  },
  async down(knex) {
    await knex.raw("alter table commitments drop repair_no");
  },
};
