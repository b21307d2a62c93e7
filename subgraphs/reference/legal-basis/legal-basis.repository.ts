/** SQL of legal bases. */
import type { Knex } from "knex";
import { holding } from "../../../platform/database/index.js";
import { foldText } from "../../../platform/domain/index.js";
import type { LegalBasis } from "./legal-basis.type.js";

/** A row of legal_bases. */
export interface LegalBasisRow {
  id: string;
  law_name: string;
  doc_no: string | null;
  article_no: string | null;
  text: string | null;
  effective_from: string | null;
  effective_to: string | null;
}

/** Domain object of a row. */
export const toLegalBasis = (row: LegalBasisRow): LegalBasis => ({
  id: row.id,
  lawName: row.law_name,
  docNo: row.doc_no ?? undefined,
  articleNo: row.article_no ?? undefined,
  text: row.text ?? undefined,
  effectiveFrom: row.effective_from ?? undefined,
  effectiveTo: row.effective_to ?? undefined,
});

/** Legal bases with these ids, in no order. */
export const findLegalBases = async (db: Knex, ids: readonly string[]): Promise<LegalBasis[]> =>
  (await db<LegalBasisRow>("legal_bases").whereIn("id", [...ids])).map(toLegalBasis);

/** What a list of legal bases is asked for. */
export interface LegalBasisQuery {
  /** Part of the law's name. */
  readonly search?: string;
  /** In force on this day. */
  readonly on?: string;
}

/** Legal bases that fit; the caller adds order and page. */
export const legalBasesQuery = (db: Knex, { search, on }: LegalBasisQuery): Knex.QueryBuilder => {
  const query = db("legal_bases").select("*");
  if (search !== undefined) {
    query.whereLike("law_name", holding(foldText(search).slice(0, 64)));
  }
  if (on !== undefined) {
    query.whereRaw("(effective_from is null or effective_from <= ?) and (effective_to is null or effective_to >= ?)", [
      on,
      on,
    ]);
  }
  return query;
};
