/** Where a rule of severity stands: number, article, day, place, and whether it was read there. */
import type { Migration } from "../../../../platform/database/index.js";

/** Columns; the law's data fills them. */
export const addSources: Migration = {
  name: "20261129161000_add_sources",
  async up(knex) {
    await knex.raw(`alter table severity_rules add doc_no text, add article_no text, add effective_from date,
      add jurisdiction text, add verified boolean not null default false`);
  },
  async down(knex) {
    await knex.raw(`alter table severity_rules drop doc_no, drop article_no, drop effective_from,
      drop jurisdiction, drop verified`);
  },
};
