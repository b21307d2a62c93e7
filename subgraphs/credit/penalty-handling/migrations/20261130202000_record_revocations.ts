/** That the decision of a penalty was revoked or changed is on record, with its document. */
import type { Migration } from "../../../../platform/database/index.js";

/** Adds the columns. Of what was withdrawn before, the day of withdrawal is the last on which it can have been. */
export const recordRevocations: Migration = {
  name: "20261130202000_record_revocations",
  async up(knex) {
    await knex.raw("alter table penalties add revoked_on date, add revocation_no text");
    await knex.raw("update penalties set revoked_on = withdrawn_on where withdrawn_on is not null");
  },
  async down(knex) {
    await knex.raw("alter table penalties drop revoked_on, drop revocation_no");
  },
};
