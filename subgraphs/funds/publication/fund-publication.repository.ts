/** SQL of publications; one that is published later than the day is not there yet. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import { FUND_PUBLICATIONS, type PublicationRow } from "./fund-publication.rows.js";
import type { FundPublication } from "./fund-publication.type.js";

const shown = FUND_PUBLICATIONS.to<FundPublication>()();

/** The publication of a row. */
export const toPublication = (row: PublicationRow): FundPublication => shown(row, {});

/** Publications with these ids that are published by the day, in no order. */
export const findPublications = async (db: Knex, ids: readonly string[], day: string): Promise<FundPublication[]> =>
  (
    (await db("fund_publications")
      .select(FUND_PUBLICATIONS.columns())
      .whereIn("id", [...ids])
      .where("published_on", "<=", day)) as PublicationRow[]
  ).map(toPublication);

/** By what a list of publications is found. */
export type PublicationParent = "policy_code" | "allotment_no" | "project_code";

/** Publications published by the day, in the division or below it where one is given. */
export const publicationsOf = (
  db: Knex,
  column: PublicationParent,
  parent: Knex.Raw,
  day: string,
  division?: string,
): Knex.QueryBuilder => {
  const query = db("fund_publications")
    .select(FUND_PUBLICATIONS.columns())
    .where(column, parent)
    .where("published_on", "<=", day);
  return division === undefined ? query : query.whereLike("division_code", beginningWith(divisionPrefix(division)));
};
