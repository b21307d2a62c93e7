/** What the rules of intermediary services find, precomputed with the grounds on which a reader may know of it. */
import type { Migration } from "../../../../platform/database/index.js";

/** Table of findings, a row per ground; filled by the refresh that follows migrations. */
export const createFindings: Migration = {
  name: "20261128233000_create_findings",
  async up(knex) {
    await knex.schema.createTable("intermediary_findings", (table) => {
      table.text("rule").notNullable();
      table.text("finding_id").notNullable();
      // Of the grounds that a reader may know of, the first one makes the sentence.
      table.integer("position").notNullable();
      table.text("ground").notNullable();
      table.text("detail").notNullable();
      table.text("division_code");
      for (const key of [
        "service_code",
        "other_service_code",
        "matter_id",
        "agency_id",
        "dept_id",
        "project_no",
        "basis_id",
      ])
        table.text(key);
      // Who is a party to a ground that is not everybody's.
      for (const party of ["bidder_uscc", "owner_uscc", "department_uscc"]) table.text(party);
      table.text("sanction_id").references("id").inTable("agency_sanctions").onDelete("CASCADE").index();
      table.date("submitted_on");
      table.date("found_on").notNullable();
      table.primary(["rule", "finding_id", "position"]);
      table.check("ground in ('PUBLIC', 'SANCTION', 'LISTED', 'DECLARED')", {}, "known_ground");
      table.check("(ground = 'SANCTION') = (sanction_id is not null)", {}, "sanction_is_named");
    });
    await knex.raw(
      "create index intermediary_findings_division_index on intermediary_findings (division_code text_pattern_ops)",
    );
    await knex.raw(
      "create index intermediary_findings_listed_index on intermediary_findings (agency_id) where ground = 'LISTED'",
    );
  },
  async down(knex) {
    await knex.schema.dropTable("intermediary_findings");
  },
};
