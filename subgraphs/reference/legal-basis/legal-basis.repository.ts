/** SQL of legal bases. */
import type { Knex } from "knex";
import { holding, toRow, type NewOf } from "../../../platform/database/index.js";
import { foldText, type LocalDate } from "../../../platform/domain/index.js";
import type { LegalBasis } from "./legal-basis.js";
import { LEGAL_BASES, type LegalBasisRow } from "./legal-basis.rows.js";

const shown = LEGAL_BASES.to<LegalBasis>()();

/** Domain object of a row. */
export const toLegalBasis = (row: LegalBasisRow): LegalBasis => shown(row, {});

/** Legal bases with these ids, in no order. */
export const findLegalBases = async (db: Knex, ids: readonly string[]): Promise<LegalBasis[]> =>
  (
    (await db("legal_bases")
      .select(LEGAL_BASES.columns())
      .whereIn("id", [...ids])) as LegalBasisRow[]
  ).map(toLegalBasis);

/** Every legal basis: a table of some hundred rows. */
export const findAllLegalBases = async (db: Knex): Promise<LegalBasis[]> =>
  ((await db("legal_bases").select(LEGAL_BASES.columns())) as LegalBasisRow[]).map(toLegalBasis);

/** Writes those whose id is not there yet. */
export const insertMissingLegalBases = async (
  trx: Knex.Transaction,
  bases: readonly NewOf<typeof LEGAL_BASES>[],
): Promise<void> => {
  if (bases.length > 0)
    await trx("legal_bases")
      .insert(bases.map((basis) => toRow(LEGAL_BASES, basis)))
      .onConflict("id")
      .ignore();
};

/** Writes legal bases in the place of those with their ids. */
export const writeLegalBases = async (
  trx: Knex.Transaction,
  bases: readonly NewOf<typeof LEGAL_BASES>[],
): Promise<void> => {
  await trx("legal_bases")
    .insert(bases.map((basis) => toRow(LEGAL_BASES, basis)))
    .onConflict("id")
    .merge();
};

/** What a list of legal bases is asked for. */
export interface LegalBasisQuery {
  /** Part of the law's name. */
  readonly search?: string;
  /** In force on this day. */
  readonly on?: string;
}

/** Legal bases that fit and, where no day is asked for, have begun by today; the caller adds order and page. */
export const legalBasesQuery = (db: Knex, { search, on }: LegalBasisQuery, today: LocalDate): Knex.QueryBuilder => {
  const query = db("legal_bases").select(LEGAL_BASES.columns());
  if (on === undefined) query.whereRaw("(effective_from is null or effective_from <= ?)", [today]);
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
