/** SQL of ratings. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { WHOSE_MATTER } from "../matter/matter.policy.js";
import type { Rectification, ServiceRating } from "./service-rating.js";
import { RATING_STATISTICS, SERVICE_RATINGS, type RatingRow, type RatingSumRow } from "./service-rating.rows.js";
import { MOST_STARS_OF_BAD, rectificationDeadline } from "./service-rating.status.js";

const COLUMNS = SERVICE_RATINGS.columns();
const shown = SERVICE_RATINGS.to<ServiceRating>()(
  "writtenComment",
  "shownComment",
  "rectificationState",
  "verifiedOn",
  "appealedOn",
  "rectifiedOn",
  "calledBackOn",
  "closedOn",
  "measures",
);

const rectificationOf = (row: RatingRow, today: string): Rectification | undefined => {
  if (row.rectification_state === null) return undefined;
  const rectifiedOn = row.rectified_on ?? undefined;
  return {
    state: row.rectification_state,
    deadline: rectificationDeadline({ state: row.rectification_state, ratedOn: row.rated_on, rectifiedOn }, today),
    verifiedOn: row.verified_on ?? undefined,
    appealedOn: row.appealed_on ?? undefined,
    rectifiedOn,
    calledBackOn: row.called_back_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
    measures: row.measures ?? undefined,
  };
};

/** Domain object of a row on the day, with its comment as the viewer reads it. */
export const toRating = (row: RatingRow, today: string, comment: string | undefined): ServiceRating =>
  shown(row, { comment, rectification: rectificationOf(row, today) });

/** Ratings with these ids, in no order. */
export const findRatings = async (db: Knex, ids: readonly string[]): Promise<RatingRow[]> =>
  (await db("service_ratings")
    .select(COLUMNS)
    .whereIn("id", [...ids])) as RatingRow[];

/** Ratings, or bad ones alone; the caller adds parent, order and page. */
export const ratingsQuery = (db: Knex, bad: boolean): Knex.QueryBuilder => {
  const query = db("service_ratings").select(COLUMNS);
  return bad ? query.where("stars", "<=", MOST_STARS_OF_BAD) : query;
};

/** A rating with the code of its matter, where everybody may know of that. */
export interface ExportedRatingRow extends RatingRow {
  readonly matter_code: string | null;
}

/** Those that everybody may know of, which are all, for an exchange file. */
export const publicRatingsQuery = (
  db: Knex,
  { division, agency }: { readonly division?: string; readonly agency?: string },
): Knex.QueryBuilder => {
  const matters = db("service_matters").select(
    "id as of_matter",
    db.raw("coalesce(task_code, handling_item_code, local_task_code) as matter_code"),
  );
  const query = db("service_ratings")
    .leftJoin(readableRows(matters, WHOSE_MATTER, { viewer: ANONYMOUS }).as("matters"), "of_matter", "matter_id")
    .select(COLUMNS)
    .select("matter_code");
  if (division !== undefined) query.whereLike("division_code", beginningWith(divisionPrefix(division)));
  return agency === undefined ? query : query.where("dept_uscc", agency);
};

/** Number and sum of stars of these matters' ratings, defaults left out, as the last refresh found them. */
export const findRatingSums = (db: Knex, matterIds: readonly string[]): Promise<RatingSumRow[]> =>
  db("rating_statistics")
    .select(RATING_STATISTICS.columns())
    .whereIn("matter_id", [...matterIds]);

/** Replaces the sums by what the ratings say now. */
export const refreshRatingSums = async (db: Knex): Promise<void> => {
  await db("rating_statistics").delete();
  await db.raw(
    "insert into rating_statistics (matter_id, ratings, stars) select matter_id, count(*), sum(stars) from service_ratings where not by_default group by matter_id",
  );
};

/** Narrows to those of a matter. */
export const ofMatter = (query: Knex.QueryBuilder, matterId: Knex.Raw): Knex.QueryBuilder =>
  query.where("matter_id", matterId);

/** Narrows to those of a case. */
export const ofCase = (query: Knex.QueryBuilder, caseNo: Knex.Raw): Knex.QueryBuilder => query.where("case_no", caseNo);
