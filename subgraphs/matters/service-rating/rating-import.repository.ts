/** SQL by which an import finds the cases that were rated and the ratings that are here, and inserts new ones. Nothing that is here is changed. */
import type { Knex } from "knex";
import { jsonRecords, type NewOf } from "../../../platform/database/index.js";
import { SERVICE_CASES } from "../service-case/service-case.rows.js";
import { SERVICE_RATINGS, type RatingRow } from "./service-rating.rows.js";

/** A case that was rated, with the codes of its matter. */
export interface RatedCase {
  readonly case_no: string;
  readonly matter_id: string;
  readonly subject: string;
  readonly dept_id: string;
  readonly dept_uscc: string;
  readonly division_code: string;
  readonly state: string;
  /** Null for a draft. */
  readonly applied_on: string | null;
  /** Null until its applicant was told what is missing. */
  readonly notice_on: Date | null;
  /** Null until it was accepted. */
  readonly accepted_on: Date | null;
  readonly codes: readonly string[];
}

const CASE = SERVICE_CASES.name;
const OF_CASE = [
  ...["case_no", "matter_id", "subject", "dept_id", "dept_uscc", "division_code"],
  ...["state", "notice_on", "accepted_on"],
].map((column) => `${CASE}.${column}`);

/** Cases with these numbers, in no order. */
export const findRatedCases = async (db: Knex, caseNos: readonly string[]): Promise<RatedCase[]> =>
  (await db(CASE)
    .leftJoin("service_matters as m", "m.id", `${CASE}.matter_id`)
    .whereRaw(`${CASE}.case_no = any(?::text[])`, [[...caseNos]])
    .select(
      ...OF_CASE,
      db.raw(`${CASE}.applied_on::text as applied_on`),
      db.raw("array_remove(array[m.task_code, m.handling_item_code, m.local_task_code], null) as codes"),
    )) as RatedCase[];

/** Ratings with these numbers, and all ratings of these cases, in no order. */
export const findRatingsHere = async (
  db: Knex,
  { ids, caseNos }: { readonly ids: readonly string[]; readonly caseNos: readonly string[] },
): Promise<RatingRow[]> =>
  (await db(SERVICE_RATINGS.name)
    .select(SERVICE_RATINGS.columns())
    .whereRaw("id = any(?::text[])", [[...ids]])
    .orWhereRaw("case_no = any(?::text[])", [[...caseNos]])) as RatingRow[];

/**
 * Locks the cases until the transaction ends, in one order everywhere. Whoever rates a case locks it before the rating is written: a load that
 * wrote ratings first would wait for the case while its rating was waited for.
 */
export const lockCases = async (trx: Knex.Transaction, caseNos: readonly string[]): Promise<void> => {
  await trx(CASE)
    .select("case_no")
    .whereRaw("case_no = any(?::text[])", [[...caseNos]])
    .orderBy("case_no")
    .forUpdate();
};

/** A new rating. */
export type NewRating = Omit<NewOf<typeof SERVICE_RATINGS>, "version">;

const RECORDS = jsonRecords(SERVICE_RATINGS, "version");
const NAMES = RECORDS.names.join(", ");

/** Inserts those of which the case has none of the number; gives their ids. */
export const insertRatings = async (trx: Knex.Transaction, ratings: readonly NewRating[]): Promise<string[]> => {
  const { rows } = (await trx.raw(
    `insert into service_ratings (${NAMES}) select ${NAMES} from jsonb_to_recordset(?::jsonb) as r(${RECORDS.definition})
     on conflict do nothing returning id`,
    [JSON.stringify(ratings.map((rating) => RECORDS.toRow(rating)))],
  )) as { rows: { readonly id: string }[] };
  return rows.map(({ id }) => id);
};
