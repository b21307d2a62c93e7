/** Numbers of decisions have one form: brackets of one width, 京公（朝）行罚决字, and parts without leading zeros; until now one number could be two. */
import type { Migration } from "../../../platform/database/index.js";
import { normaliseDocumentNumber } from "../../../platform/domain/index.js";

/** Numbers that may be written otherwise: brackets of a unit, 2-1号, 令第…号, 公告…年第…号. */
const MAY_DIFFER = "[()（）]|〕.*[-－—–]|[年令]第";

/** Writes them as they are normalised. Taken back, they stay: nothing tells which ones were written otherwise. */
export const writeBracketsInOneWidth: Migration = {
  name: "20261129140000_write_brackets_in_one_width",
  async up(knex) {
    for (const table of ["licences", "penalties"]) {
      const rows = (await knex(table).select("id", "doc_no").whereRaw("doc_no ~ ?", [MAY_DIFFER])) as {
        id: string;
        doc_no: string;
      }[];
      for (const { id, doc_no } of rows) {
        const number = normaliseDocumentNumber(doc_no);
        if (number !== doc_no) await knex(table).where({ id }).update({ doc_no: number });
      }
    }
  },
  async down() {},
};
