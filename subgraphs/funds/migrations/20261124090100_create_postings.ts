/** The double-entry book: two legs for each movement, never changed, no balance stored (docs/reference/rules.md#money). */
import type { Migration } from "../../../platform/database/index.js";

const KINDS = [
  "ALLOCATE_DOWN",
  "RECEIVE",
  "ASSIGN_PROJECT",
  "PAY",
  "PAY_RETURN",
  "RECLAIM",
  "CARRY_OVER",
  "ADJUST",
] as const;

/** Table and the two triggers that keep it a book. */
export const createPostings: Migration = {
  name: "20261124090100_create_postings",
  async up(knex) {
    await knex.schema.createTable("postings", (table) => {
      table.bigInteger("movement_id").notNullable();
      table.text("direction").notNullable();
      table.text("account").notNullable();
      table.text("lineage").notNullable();
      table.text("allocation_id").notNullable().references("id").inTable("allocations").index();
      table.bigInteger("amount_fen").notNullable();
      table.text("kind").notNullable();
      table.date("occurred_on").notNullable();
      table.primary(["movement_id", "direction"]);
      table.check("amount_fen > 0");
      table.check("direction in ('DEBIT', 'CREDIT')");
      table.check(`kind in (${KINDS.map((kind) => `'${kind}'`).join(", ")})`);
      table.index(["account", "lineage"]);
      table.index(["lineage"]);
    });
    // Both legs of a movement come in one statement, equal in amount, lineage, allocation, kind and day.
    await knex.raw(`create function postings_balance() returns trigger language plpgsql as $$
      begin
        if exists (
          select 1 from added
          group by movement_id
          having count(*) <> 2
            or count(distinct direction) <> 2
            or count(distinct (amount_fen, lineage, allocation_id, kind, occurred_on)) <> 1
        ) then
          raise exception 'a movement has one debit and one credit of the same amount' using errcode = 'check_violation';
        end if;
        return null;
      end $$`);
    await knex.raw(`create trigger postings_balance after insert on postings
      referencing new table as added for each statement execute function postings_balance()`);
    await knex.raw(`create function postings_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'postings are corrected by a new movement, not changed' using errcode = 'restrict_violation';
      end $$`);
    await knex.raw(`create trigger postings_append_only before update or delete on postings
      for each statement execute function postings_append_only()`);
  },
  async down(knex) {
    await knex.schema.dropTable("postings");
    await knex.raw("drop function postings_balance()");
    await knex.raw("drop function postings_append_only()");
  },
};
