/** Numbers of decisions have round brackets of one width, 京公（朝）行罚决字: until now both were kept, and one number was two. */
import type { Migration } from "../../../platform/database/index.js";

/** Writes them as normaliseDocumentNumber does. Taken back, they stay: nothing tells which ones were written otherwise. */
export const writeBracketsInOneWidth: Migration = {
  name: "20261129140000_write_brackets_in_one_width",
  async up(knex) {
    for (const table of ["licences", "penalties"])
      await knex.raw("update ?? set doc_no = translate(doc_no, '()', '（）') where doc_no ~ '[()]'", [table]);
  },
  async down() {},
};
