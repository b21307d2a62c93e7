/** SQL of legal bases. */
import type { Knex } from "knex";
import type { LegalBasis } from "./legal-basis.type.js";

interface LegalBasisRow {
  id: string;
  law_name: string;
  doc_no: string | null;
  article_no: string | null;
  text: string | null;
  effective_from: string | null;
  effective_to: string | null;
}

/** Legal bases with these ids, in no order. */
export const findLegalBases = async (db: Knex, ids: readonly string[]): Promise<LegalBasis[]> =>
  (await db<LegalBasisRow>("legal_bases").whereIn("id", [...ids])).map((row) => ({
    id: row.id,
    lawName: row.law_name,
    docNo: row.doc_no ?? undefined,
    articleNo: row.article_no ?? undefined,
    text: row.text ?? undefined,
    effectiveFrom: row.effective_from ?? undefined,
    effectiveTo: row.effective_to ?? undefined,
  }));
